/** "Mã hồ sơ", "MA_HO_SO" and "ma ho so" → `mahoso`: how headers and words of a vocabulary are compared. */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/[^a-z0-9]/g, "");
}
