import type { ReplyKind } from './text.entity.js'

/** Single words by which people say what they want, as the provider knows them and as German speakers write them. */
const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE']
const STOP_GERMAN = ['STOPP', 'ABMELDEN', 'ABBESTELLEN', 'ENDE']
const START = ['START', 'UNSTOP', 'ANMELDEN']
const HELP = ['HELP', 'INFO', 'HILFE']
/** An answer like any other, unless it comes from somebody who had said STOP. */
const YES = ['YES', 'JA']

const kinds: readonly [ReplyKind, readonly string[]][] = [
  ['STOP', [...STOP, ...STOP_GERMAN]],
  ['START', START],
  ['HELP', HELP],
]

/** What somebody meant by a text: one word alone, however it is written, is a wish; everything else is an answer. */
export function meantBy(body: string, hasOptedOut: boolean): ReplyKind {
  const word = body
    .trim()
    .replace(/^[\s"'„“”.,!]+|[\s"'„“”.,!]+$/gu, '')
    .toUpperCase()
  if (hasOptedOut && YES.includes(word)) return 'START'
  return kinds.find(([, words]) => words.includes(word))?.[0] ?? 'ANSWER'
}
