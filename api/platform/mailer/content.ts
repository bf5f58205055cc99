/**
 * What a mail says, before it looks like anything. Both of its parts, the page and the plain text, are made from this
 * one content, so that they always say the same.
 */
export interface MailContent {
  /** BCP 47 language of the words. */
  readonly lang: string
  readonly subject: string
  /** The line that a mailbox shows beside the subject. */
  readonly preheader: string
  readonly blocks: readonly Block[]
  /** Small print below: why this mail came, in which time zone its times are. */
  readonly footer: readonly string[]
  /** A link in the small print: where such mails can be switched off. */
  readonly footerLink?: { readonly label: string; readonly href: string }
}

export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'quiet' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | { readonly kind: 'button' | 'link'; readonly label: string; readonly href: string }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'picture'; readonly source: string; readonly alt: string }

/** A point of a list, with the name of what it is about in front where it has one. */
export interface ListItem {
  readonly about?: string
  readonly text: string
}

/** A fact: its label, and what is. */
export type Row = readonly [label: string, value: string]

/** The blocks that a mail is made of. */
export const heading = (text: string): Block => ({ kind: 'heading', text })
/** Above a part of the mail. */
export const subheading = (text: string): Block => ({ kind: 'subheading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
/** Something said in passing, smaller than the rest. */
export const quiet = (text: string): Block => ({ kind: 'quiet', text })
/** Somebody else's words, set apart from ours; line breaks are kept. */
export const quote = (text: string): Block => ({ kind: 'quote', text })
export const list = (items: readonly ListItem[]): Block => ({ kind: 'list', items })
/** Label and value in two columns; rows without a value are left out. */
export const facts = (rows: readonly (readonly [string, string | null | undefined])[]): Block => ({
  kind: 'facts',
  rows: rows.filter((row): row is Row => Boolean(row[1])),
})
export const button = (label: string, href: string): Block => ({ kind: 'button', label, href })
/** A way to somewhere that is not what the mail is there for: a line of its own, underlined. */
export const link = (label: string, href: string): Block => ({ kind: 'link', label, href })
/** Figures under a head, as many in each row as there are columns; all columns but the first stand to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})
/** A picture that travels with the mail: what it is made of, by an id, and what it shows, for those who do not see it. */
export const picture = (source: string, alt: string): Block => ({ kind: 'picture', source, alt })

/** The name by which the page part speaks of a picture that travels with it. */
export const contentId = (source: string): string => `${source}@picture.waybill`

/** What the pictures of a mail are made of. */
export function picturesOf(content: MailContent): string[] {
  return content.blocks.flatMap((b) => (b.kind === 'picture' ? [b.source] : []))
}

/**
 * Stands in a link where its secret will be: one character of the private use area, which no text can smuggle in,
 * because {@link plain} takes every such character out of what people wrote.
 */
export const TOKEN_SLOT = '\u{E000}'

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu
/** Line breaks, and the joiners without which some scripts and emoji fall apart. */
const KEPT = new Set(['\n', '\u200C', '\u200D'])

/**
 * Text as it may stand in a mail: without control characters and marks that turn the direction of writing, by which a
 * name could pass for something else. Line breaks stay.
 */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, (mark) => (KEPT.has(mark) ? mark : ''))
}

/** The same in one line, for subjects, names and labels: no line break reaches a header. */
export function oneLine(text: string): string {
  return plain(text.replace(/[\r\n\u2028\u2029]+/g, ' '))
    .replace(/ {2,}/g, ' ')
    .trim()
}
