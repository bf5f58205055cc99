/**
 * A regular expression, good for PostgreSQL and JavaScript alike, that finds any of these names, addresses and numbers as
 * whole words: as they are, as they stand in HTML, in JSON, and in an address of the web. A single word such as Max is not
 * looked for: it may mean something else. Null where nothing is left.
 */
export function mentionOf(texts: readonly string[]): string | null {
  const forms = new Set(
    texts
      .map((text) => text.trim())
      .filter((text) => /[\s\d@]/.test(text))
      .flatMap(formsOf),
  )
  if (!forms.size) return null
  const longestFirst = [...forms].toSorted((a, b) => b.length - a.length)
  return `(?<![\\w])(?:${longestFirst.map(literal).join('|')})(?![\\w])`
}

function formsOf(text: string): string[] {
  const html = (quote: string, apostrophe: string) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', quote)
      .replaceAll("'", apostrophe)
  return [
    text,
    text.replaceAll(' ', '\u00a0'),
    html('&quot;', '&#39;'),
    html('&quot;', '&#x27;'),
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
  ]
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
