/** Shows how far a long piece of work is, if a person is watching a terminal. */
export interface ProgressBar {
  /** `fraction` 0–1. */
  show(rows: number, fraction: number): void;
  end(): void;
}

const width = 30;

export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = "";
  return {
    show(rows, fraction) {
      const bar = "█".repeat(Math.round(fraction * width)).padEnd(width, "░");
      const line = `\r${bar} ${Math.floor(fraction * 100)} % · ${rows} rows`;
      if (line !== shown) stream.write((shown = line));
    },
    end() {
      if (shown) stream.write("\n");
    },
  };
}
