import { german } from './counterpart-de.js'
import { english } from './counterpart-en.js'

/** The languages of a counterpart's pages. */
export const counterpartWords = { en: english, de: german }

export type CounterpartLanguage = keyof typeof counterpartWords

/** The language for a BCP-47 tag: German where it is that, else English. */
export function languageOf(tag: string): CounterpartLanguage {
  return /^de\b/i.test(tag) ? 'de' : 'en'
}
