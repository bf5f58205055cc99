/** The letters that a text carries in seven bits each. Source: 3GPP TS 23.038 section 6.2.1. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Those of them that take the place of two. */
const EXTENDED = new Set('^{}\\[~]|€\f')

/** How many texts of the phone network a body takes: 160 letters, or 70 where one is not of the basic alphabet. */
export function partsOf(body: string): number {
  const letters = Array.from(body)
  const basic = letters.every((letter) => BASIC.has(letter) || EXTENDED.has(letter))
  const length = basic
    ? letters.reduce((sum, letter) => sum + (EXTENDED.has(letter) ? 2 : 1), 0)
    : body.length // the others are counted in units of UTF-16
  const [alone, joined] = basic ? [160, 153] : [70, 67]
  return length <= alone ? 1 : Math.ceil(length / joined)
}

/** What people's keyboards and languages put in the place of plain letters, and what stands for it in a text. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\t': ' ',
}

/** A body without the marks that would more than double what a text costs and mean nothing more than a plain one. */
export function plainLetters(body: string): string {
  return body.replace(/[‘’‚“”„«»–—…\u00A0\u202F\t]/g, (mark) => PLAIN[mark] ?? mark)
}
