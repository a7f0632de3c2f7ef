/**
 * Hides the middle of citizen identity numbers (12 digits, 9 of old), phone, account and card numbers in a text shown to officers:
 * what handles a matter rarely needs them, and a screen is easily seen. Years, dates and codes stay.
 */
export function maskPersonal(text: string): string {
  return text.replaceAll(
    /(?<![\p{L}\p{N}-])(?:\+?84|0)?\d(?:[ .]?\d){7,18}(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}-])\d{4}(?:-\d{4}){3}(?![\p{L}\p{N}-])/gu,
    (found) => {
      const digits = found.replaceAll(/\D/g, "");
      return digits.length < 9
        ? found
        : `${digits.slice(0, 3)}${"*".repeat(digits.length - 6)}${digits.slice(-3)}`;
    },
  );
}
