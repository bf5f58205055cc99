import { type Block, type ListItem, type MailContent, oneLine, plain } from './content.js'

const WIDTH = 72

/** The plain-text part: the same content, for those who read without pictures. Links stand on a line of their own. */
export function renderText(content: MailContent): string {
  const link = content.footerLink
  const small = content.footer.map((line) => wrapped(plain(line)))
  const footer = ['-- ', ...small, ...(link ? [`${oneLine(link.label)}:`, link.href] : [])].join('\n')
  return unbound(`${[...content.blocks.map(block), footer].join('\n\n')}\n`)
}

/** What must not be torn apart is not, by now: ordinary spaces and hyphens can be searched for and copied. */
function unbound(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2011', '-')
}

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return underlined(oneLine(b.text), '=')
    case 'subheading':
      return underlined(oneLine(b.text), '-')
    case 'paragraph':
    case 'quiet':
      return wrapped(plain(b.text))
    case 'quote':
      return wrapped(plain(b.text), '> ')
    case 'list':
      return b.items.map((item) => wrapped(plain(pointOf(item)), '  ').replace(/^ {2}/, '* ')).join('\n')
    case 'facts':
      return b.rows.map(([label, value]) => `${oneLine(label)}: ${oneLine(value)}`).join('\n')
    case 'button':
    case 'link':
      return `${oneLine(b.label)}:\n${b.href}`
    case 'table':
      return columns([b.head, ...b.rows].map((row) => row.map(oneLine)))
    case 'picture':
      return wrapped(`[${oneLine(b.alt)}]`)
  }
}

/** A table in letters: the first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  const aligned = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)
  return rows.map((row) => row.map(aligned).join('  ').trimEnd()).join('\n')
}

function pointOf({ about, text }: ListItem): string {
  if (about === undefined) return text
  return /[?!.:]$/.test(about) ? `${about} ${text}` : `${about}: ${text}`
}

function underlined(text: string, line: string): string {
  const rows = fold(text, WIDTH)
  return [...rows, line.repeat(Math.max(...rows.map((row) => row.length)))].join('\n')
}

/** Breaks at spaces; a word that is longer than a line, such as a link, stays whole. */
function wrapped(text: string, prefix = ''): string {
  return text
    .split('\n')
    .flatMap((line) => fold(line, WIDTH - prefix.length))
    .map((line) => (prefix + line).trimEnd())
    .join('\n')
}

function fold(line: string, width: number): string[] {
  const out: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current && current.length + 1 + word.length > width) {
      out.push(current)
      current = word
    } else current = current ? `${current} ${word}` : word
  }
  return [...out, current]
}
