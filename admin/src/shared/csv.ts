/** How a cell begins that a spreadsheet would take for a formula; wide forms and leading blanks do not hide it. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/
const control = /^[\t\r\n]/

/**
 * Rows as the text of a CSV file (RFC 4180: commas, quotes, CRLF, with the mark that tells a spreadsheet that it is
 * UTF-8). Every cell is quoted, and one that would be worked out as a formula gets an apostrophe before it: what a
 * customer called themselves must not run on the desk of whoever opens the file.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`
}

/** One row of it, with its end of line. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const safe = formula.test(text) || control.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
