/**
 * The `Content-Disposition` of a file: a plain name for old readers and the full one in UTF-8 for all others.
 * Source: RFC 6266 section 4, RFC 8187 section 3.2.
 */
export function contentDisposition(disposition: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent)
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${full}`
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
}
