import mjml2html from 'mjml'
import type { Block, ListItem, MailContent, Row } from './content.js'
import { contentId, oneLine } from './content.js'
import { block, type LaidBlock } from './blocks.js'
import { address, Html, markup, lines } from './html.js'
import { footerLink, layout } from './layout.js'
import { renderText } from './text.js'

/** A mail as it goes out: its subject and its two parts. */
export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
}

const MOST_SHAPES = 500
const shapes = new Map<string, Promise<string>>()

/**
 * Makes both parts of a mail. MJML is costly, so it runs once per shape (which kinds of block follow each other, and
 * how many points and rows they have) with slots in place of the words; after that a mail is a matter of filling slots
 * with escaped words.
 */
export async function renderMail(content: MailContent): Promise<RenderedMail> {
  const key = JSON.stringify([
    content.footer.length,
    Boolean(content.footerLink),
    ...content.blocks.map(shapeOf),
  ])
  let page = shapes.get(key)
  if (!page) {
    if (shapes.size >= MOST_SHAPES) shapes.clear()
    page = build(content)
    shapes.set(key, page)
    page.catch(() => shapes.delete(key))
  }
  const words = wordsOf(content)
  const filled = (await page).replace(/@@(\d+)@@/g, (_slot, at: string) => words[Number(at)]?.text ?? '')
  return { subject: oneLine(content.subject), html: filled, text: renderText(content) }
}

function shapeOf(b: Block): unknown {
  if (b.kind === 'list') return b.items.map((item) => (item.about === undefined ? 1 : 2))
  if (b.kind === 'table') return ['table', b.head.length, b.rows.length]
  return b.kind === 'facts' ? b.rows.length : b.kind
}

/** Every word of a mail, safe, in the order in which {@link build} numbers the slots. */
function wordsOf(content: MailContent): Html[] {
  const head = [content.lang, oneLine(content.subject), oneLine(content.preheader)].map(
    (text) => markup`${text}`,
  )
  const link = content.footerLink
  const small = [
    ...content.footer.map(lines),
    ...(link ? [address(link.href), markup`${oneLine(link.label)}`] : []),
  ]
  return [...head, ...content.blocks.flatMap(wordsOfBlock), ...small]
}

function wordsOfBlock(b: Block): Html[] {
  switch (b.kind) {
    case 'list':
      return b.items.flatMap((item) => [
        ...(item.about === undefined ? [] : [markup`${oneLine(item.about)}`]),
        lines(item.text),
      ])
    case 'facts':
      return b.rows.flat().map((text) => markup`${oneLine(text)}`)
    case 'button':
    case 'link':
      return [markup`${oneLine(b.label)}`, address(b.href)]
    case 'table':
      return [b.head, ...b.rows].flat().map((text) => markup`${oneLine(text)}`)
    case 'picture':
      return [markup`${contentId(b.source)}`, markup`${oneLine(b.alt)}`]
    case 'heading':
    case 'subheading':
      return [markup`${oneLine(b.text)}`]
    case 'paragraph':
    case 'quiet':
    case 'quote':
      return [lines(b.text)]
  }
}

async function build(content: MailContent): Promise<string> {
  let count = 0
  const slot = () => new Html(`@@${count++}@@`)
  const [lang, title, preheader] = [slot(), slot(), slot()]
  const body = content.blocks.map((b) => block(slotted(b, slot)))
  const small = content.footer.map(slot)
  const footer = content.footerLink ? [...small, footerLink(slot(), slot())] : small
  const mjml = layout({ lang, title, preheader, body, footer })
  const { html: page, errors } = await mjml2html(mjml, {
    validationLevel: 'strict',
    ignoreIncludes: true,
    fonts: {},
    keepComments: false,
  })
  if (errors.length)
    throw new Error(`The mail layout is no valid MJML: ${errors.map((e) => e.formattedMessage).join('; ')}`)
  return page
}

function slotted(b: Block, slot: () => Html): LaidBlock {
  switch (b.kind) {
    case 'list':
      return {
        kind: b.kind,
        items: b.items.map((item: ListItem) => ({
          ...(item.about === undefined ? {} : { about: slot() }),
          text: slot(),
        })),
      }
    case 'facts':
      return { kind: b.kind, rows: b.rows.map((_row: Row) => [slot(), slot()] as const) }
    case 'button':
    case 'link':
      return { kind: b.kind, label: slot(), href: slot() }
    case 'table':
      return { kind: b.kind, head: b.head.map(slot), rows: b.rows.map((row) => row.map(slot)) }
    case 'picture':
      return { kind: b.kind, source: slot(), alt: slot() }
    case 'heading':
    case 'subheading':
    case 'paragraph':
    case 'quiet':
    case 'quote':
      return { kind: b.kind, text: slot() }
  }
}
