/** Okabe and Ito's colours, told apart by colour-blind people too, on white. */
export const palette = {
  early: "#0072B2",
  onTime: "#56B4E9",
  late: "#D55E00",
  undated: "#B8BEC6",
  inPerson: "#9AA4AF",
  postal: "#C3CAD2",
  carriedOver: "#E4E8EC",
  ink: "#1B1F24",
  muted: "#56606B",
  line: "#E1E5EA",
  paper: "#FFFFFF",
  mark: "#8A4B00",
  markPaper: "#FFF3E0",
} as const;

export const fontFamily = "Be Vietnam Pro";

/** No text of a chart is smaller: on a phone 1.080 pixels are seven centimetres wide. */
export const textSizePx = 26;

export const inkText = { fontFamily, fontSize: textSizePx, color: palette.ink } as const;
export const mutedText = { fontFamily, fontSize: textSizePx, color: palette.muted } as const;
