/** Tables for a spreadsheet: RFC 4180, semicolons as Dutch spreadsheets expect them, UTF-8 with its mark. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins as a formula would be run by a spreadsheet: an apostrophe before it makes it text. */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
