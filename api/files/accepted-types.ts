import { extensionOf } from './clean-name.js'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What may be uploaded: the type that each extension stands for. */
const typeOfExtension = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: DOCX,
  xlsx: XLSX,
  txt: 'text/plain',
  csv: 'text/csv',
} as const

/** A type of file that we take. */
export type AcceptedType = (typeof typeOfExtension)[keyof typeof typeOfExtension]

/** Other words that systems use for a type: Windows calls a table of commas a spreadsheet, old browsers a JPEG pjpeg. */
const alsoCalled: Partial<Record<AcceptedType, readonly string[]>> = {
  'image/jpeg': ['image/jpg', 'image/pjpeg'],
  'text/csv': ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
}

/** A system that doesn't know a type says one of these, or nothing. */
const UNKNOWN = ['', 'application/octet-stream', 'binary/octet-stream']

/** The type that a cleaned name and the declared type agree on; undefined where they don't, or we don't take it. */
export function acceptedType(name: string, declared: string): AcceptedType | undefined {
  const extension = extensionOf(name)
  if (!Object.hasOwn(typeOfExtension, extension)) return undefined
  const type = typeOfExtension[extension as keyof typeof typeOfExtension]
  const said = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  return [type, ...(alsoCalled[type] ?? []), ...UNKNOWN].includes(said) ? type : undefined
}

/** The type as which a file may be shown in place; undefined where it may only be saved. */
export function typeInPlace(type: string): string | undefined {
  if (type === 'text/csv') return 'text/plain'
  return ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'].includes(type) ? type : undefined
}

/** Whether a type is one of those asked for: types (`image/png`), groups (`image/*`) or extensions (`.pdf`). None asked for: all. */
export function isAmong(type: string, accept: readonly string[]): boolean {
  if (accept.length === 0) return true
  return accept.some((asked) => {
    const wanted = asked.trim().toLowerCase()
    if (wanted.endsWith('/*')) return type.startsWith(wanted.slice(0, -1))
    const extension = wanted.replace(/^\./, '')
    if (Object.hasOwn(typeOfExtension, extension))
      return typeOfExtension[extension as keyof typeof typeOfExtension] === type
    return wanted === type
  })
}

/** Whether a form may ask for this: a type, a group or an extension of something that can be uploaded. */
export function isAcceptable(asked: string): boolean {
  return Object.values(typeOfExtension).some((type) => asked.trim() !== '' && isAmong(type, [asked]))
}
