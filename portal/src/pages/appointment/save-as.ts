/** Gives the reader a file of this name, as if they had followed a link to it. */
export function saveAs(name: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after this turn; it is given up a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
