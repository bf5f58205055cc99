const KEPT_MS = 10_000

/** Gives the reader a text file that was made here, as a download of the browser's; `type` is its kind, for example `text/calendar`. */
export function saveFile(name: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after this turn; it is given up a little later.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
