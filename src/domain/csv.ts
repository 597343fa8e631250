/**
 * A table as CSV (RFC 4180, CRLF). A cell that a spreadsheet would run as a formula (it begins with = + - @, tab or
 * return) is prefixed with an apostrophe, since the cells hold strangers' text; plain numbers stay as they are.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')
}

function formatCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
