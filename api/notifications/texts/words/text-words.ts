import { languageFor } from '../../words/words.js'
import { de } from './de.js'
import { en } from './en.js'

/** Everything that texts say in one language. Another language is another table of this shape. */
export type TextWords = typeof en

const tables: Readonly<Record<string, TextWords>> = { en, de }

/** The words for a locale: its own where there is a table, otherwise English. */
export function textWordsFor(locale: string): TextWords {
  return tables[languageFor(locale)] ?? en
}
