import 'reflect-metadata'
import { mailTemplates } from '../../api/notifications/mail-templates.js'
import { sampleLocales, sampleWorld } from '../../api/notifications/samples/sample-world.js'
import type { ShownSample } from '../../api/notifications/samples/shown-samples.js'

export const PUBLIC_URL = 'https://waybill.example'

/** The invented people and facts in English. */
export const english = sampleWorld('en', PUBLIC_URL)
export const { buyer, client, admin, order, document, task } = english

/** A sample of the gallery under one name. */
export interface NamedSample extends ShownSample {
  readonly name: string
}

/** Every sample there is in a locale. */
export function samplesIn(locale: string): NamedSample[] {
  return mailTemplates()
    .flatMap((kind) => kind.samples(locale, PUBLIC_URL))
    .map((sample) => ({ ...sample, name: [sample.template, sample.variant].filter(Boolean).join('-') }))
}

/** Every sample in every locale. */
export const everySample = sampleLocales.flatMap((locale) =>
  samplesIn(locale).map((sample) => ({ ...sample, locale })),
)

/** The words of a page as its reader sees them, with the addresses of its links. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  return body
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<a\s[^>]*href="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<img\s[^>]*alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity] ?? entity,
    )
    .replace(/\u2011/g, '-')
}

/** Text in one line, its spaces all of one kind. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}
