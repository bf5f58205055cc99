const NAMES: Record<string, string> = {
  'text/plain': 'text',
  'image/svg+xml': 'svg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** MIME types as people say them, as `PDF, PNG`; empty for none. */
export function namesOfTypes(types: readonly string[]): string {
  const names = types.map((type) => (NAMES[type] ?? type.replace(/^.*[./]/, '')).toUpperCase())
  return [...new Set(names)].join(', ')
}
