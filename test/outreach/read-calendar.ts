/** One line of a calendar file: its name, its parameters and its value, unescaped where it is a text. */
export interface CalendarLine {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

/** A calendar file as a calendar reads it: the lines in order, unfolded and unescaped. Throws where it is none. */
export function readCalendar(file: string): CalendarLine[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end')
  const raw = file.slice(0, -2).split('\r\n')
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break: ${line}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 bytes: ${line}`)
  }
  return raw
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(lineOf)
}

/** The one line of a name; throws where there is none or more than one. */
export function the(lines: readonly CalendarLine[], name: string): CalendarLine {
  const found = lines.filter((line) => line.name === name)
  if (found.length !== 1) throw new Error(`${found.length} lines ${name}`)
  return found[0]!
}

const LINE = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s
const TEXTS = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID']

function lineOf(line: string): CalendarLine {
  const [, name, parameters, value] = LINE.exec(line) ?? []
  if (!name || value === undefined) throw new Error(`no line of a calendar: ${line}`)
  return {
    name,
    parameters: Object.fromEntries(
      [...(parameters ?? '').matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^";:,]*))/g)].map(
        ([, key, inQuotes, bare]) => [key, plainParameter(inQuotes ?? bare ?? '')],
      ),
    ),
    value: TEXTS.includes(name) ? plainText(value) : value,
  }
}

function plainParameter(value: string): string {
  return value.replace(/\^([n'^])/g, (_, sign: string) => ({ n: '\n', "'": '"', '^': '^' })[sign] ?? '')
}

function plainText(value: string): string {
  if (/(?<!\\)(\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
}
