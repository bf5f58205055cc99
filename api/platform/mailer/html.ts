import { plain } from './content.js'

/** HTML that is safe to put into more HTML: only {@link markup} makes it. */
export class Html {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * HTML as a template. Whatever is put in is escaped, here and nowhere else; only other {@link Html} goes in as it is,
 * and a list of them one after the other.
 */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  return new Html(
    strings.map((text, i) => text + (i < values.length ? inserted(values[i] ?? '') : '')).join(''),
  )
}

/** Text with its line breaks, as HTML. */
export function lines(text: string): Html {
  return new Html(plain(text).split('\n').map(escaped).join('<br>'))
}

/** An address for an attribute: http and https only, so that no script can be one. */
export function address(href: string): Html {
  if (!/^https?:\/\//i.test(href)) throw new Error('A link in a mail leads to a page of ours')
  return new Html(escaped(href))
}

function inserted(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return escaped(plain(value))
  return value instanceof Html ? value.text : value.map((part) => part.text).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')
}
