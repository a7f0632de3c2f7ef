/** Where the second step is asked for, before one is in. */
export const stepPath = "/vao/buoc-hai";
/** Where one sets it up. */
export const stepSettingPath = "/lamviec/buoc-hai";

/** Asks for the second step, and comes back to an address of the staff's pages. */
export function stepAddress(back: string): string {
  return `${stepPath}?${new URLSearchParams({ ve: back }).toString()}`;
}

/** An address of the staff's pages, whatever was asked for. */
export function readBack(asked: string): string {
  return /^\/lamviec(?:[/?][^\\\s]*)?$/.test(asked) ? asked : "/lamviec";
}
