import { describe, expect, test } from '@jest/globals'
import { renderMail } from '../../api/platform/mailer/render.js'
import { mailLanguages, wordsFor } from '../../api/notifications/words/words.js'
import { everySample, flat, samplesIn, wordsOf } from './sample-mails.js'

/** Words that English cannot do without and German does not have. */
const ENGLISH =
  /\b(the|and|of|you|your|yours|we|our|us|is|are|this|that|these|with|for|from|not|it|its|to|by|has|have|been|will|please|order|orders|when|what|who|which|can|they|there|here|more|until|since|open)\b/i

describe.each(everySample.filter(({ locale }) => locale.startsWith('de')))('$locale $name', ({ content }) => {
  test('has no English in it', async () => {
    const { subject, html, text } = await renderMail(content)
    for (const part of [subject, content.preheader, wordsOf(html), text]) {
      const said = flat(part).replace(/https?:\S+/g, ' ')
      expect(ENGLISH.exec(said)?.[0]).toBeUndefined()
    }
  })
})

test('no sentence of a mail is the same in both languages', async () => {
  const german = new Map(samplesIn('de').map((sample) => [sample.name, sample]))
  for (const { name, content } of samplesIn('en')) {
    const theirs = new Set(sentencesOf((await renderMail(german.get(name)!.content)).text))
    const same = sentencesOf((await renderMail(content)).text).filter((sentence) => theirs.has(sentence))
    expect(same).toEqual([])
  }
})

function sentencesOf(text: string): string[] {
  return flat(text.replace(/https?:\S+/g, ' '))
    .split(/(?<=[.?!:]) |[*>=-]{2,}/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{3,}.* .*\p{L}{3,}/u.test(sentence))
}

/** Every text of a language by its place, functions called with letters that stand for what is put in. */
function textsOf(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const place = path ? `${path}.${key}` : key
    if (typeof value === 'string') return [[place, value]]
    if (typeof value === 'function') {
      const said: unknown = (value as (...given: unknown[]) => unknown)('A', 'B', 'C', 'D')
      return typeof said === 'object' && said !== null ? textsOf(said, place) : [[place, String(said)]]
    }
    return value && typeof value === 'object' ? textsOf(value, place) : []
  })
}

describe.each([...mailLanguages])('the words in %s', (language) => {
  const texts = textsOf(wordsFor(language))

  test('are as many as in any other language', () => {
    expect(texts.map(([place]) => place).sort()).toEqual(
      textsOf(wordsFor('en'))
        .map(([place]) => place)
        .sort(),
    )
  })

  test('are set with the marks of a printer', () => {
    const wrong = texts.filter(([, text]) => /["']|  |\.\.\.| - |^\s|\s$|“[^”„]*“/.test(text))
    expect(wrong).toEqual([])
  })
})

describe('the words in German', () => {
  const texts = textsOf(wordsFor('de'))

  test('are other words than in English', () => {
    const english = new Map(textsOf(wordsFor('en')))
    const same = texts.filter(([place, text]) => english.get(place) === text && /\p{L}{2}/u.test(text))
    expect(same).toEqual([])
  })

  test('quote as German does, and keep numbers with what they count', () => {
    expect(texts.filter(([, text]) => count(text, '„') !== count(text, '“') || text.includes('”'))).toEqual(
      [],
    )
    expect(texts.filter(([, text]) => /\d (Stunden|Tage|Minuten|Uhr)/.test(text))).toEqual([])
  })

  test('say Sie, and leave nobody out', () => {
    const familiar = /\b(du|dein|deine|deinen|deiner|dich|dir|euch|euer|eure)\b/i
    const gendered =
      /\p{Ll}([*:_/]-?in(nen)?\b|Innen\b)|\b(Kunde|Kunden|Benutzer|Nutzer|Mitarbeiter|Ansprechpartner|Käufer|Besteller|Auftraggeber)\b/u
    expect(texts.filter(([, text]) => familiar.test(text) || gendered.test(text))).toEqual([])
  })
})

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}
