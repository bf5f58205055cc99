import { digitsOf, minorUnits } from '../../format/amount.js'
import type { PackagePartsFragment } from '../../gen/operations.js'
import { packageFormWords as words } from '../../words/packages.js'

/** A package as the API gives it. */
export type Package = PackagePartsFragment

/** A creative that is being written; `id` tells it from others on this page while its key is still open. */
export interface CreativeDraft {
  id: number
  key: string
  label: string
  instructions: string
  required: boolean
  types: string[]
}

/** A package that is being written: texts as they stand in their fields. */
export interface PackageDraft {
  name: string
  summary: string
  description: string
  amount: string
  currency: string
  startsOn: string
  endsOn: string
  terms: string
  creatives: CreativeDraft[]
}

let lastId = 0

/** A creative with nothing in it yet. */
export function blankCreative(): CreativeDraft {
  return { id: ++lastId, key: '', label: '', instructions: '', required: true, types: [] }
}

/** Where the writing begins: the package as it is, or nothing. */
export function draftOf(from?: Package): PackageDraft {
  const version = from?.package
  return {
    name: from?.name ?? '',
    summary: from?.summary ?? '',
    description: from?.description ?? '',
    amount: from ? written(from.price) : '',
    currency: from?.price.currency ?? 'EUR',
    startsOn: version?.startsOn ?? '',
    endsOn: version?.endsOn ?? '',
    terms: version?.terms ?? '',
    creatives: (version?.requiredCreatives ?? []).map((creative) => ({ ...creative, id: ++lastId })),
  }
}

/** What cannot be sent at all, by the path of its field: the API says the rest. */
export function unwritten({ amount, currency, startsOn, endsOn }: PackageDraft): Record<string, string> {
  return {
    ...(minorUnits(amount, digitsOf(currency)) === null ? { 'price.amount': words.priceWrong } : {}),
    ...(startsOn ? {} : { startsOn: words.dayMissing }),
    ...(endsOn ? {} : { endsOn: words.dayMissing }),
  }
}

/** What a verb is given, where nothing is {@link unwritten}. */
export function inputOf(draft: PackageDraft) {
  const amount = minorUnits(draft.amount, digitsOf(draft.currency)) ?? 0n
  const { name, summary, description, currency, terms, startsOn, endsOn } = draft
  return {
    name,
    summary,
    description,
    terms,
    startsOn,
    endsOn,
    price: { amount: String(amount), currency },
    requiredCreatives: withKeys(draft.creatives),
  }
}

/** Whether saving makes a new version: what it asks for, its terms or its dates differ. */
export function isNewVersion(draft: PackageDraft, from: Package): boolean {
  const said = ({ terms, startsOn, endsOn, creatives }: PackageDraft) =>
    JSON.stringify([
      terms.trim(),
      startsOn,
      endsOn,
      creatives.map(({ key, label, instructions, required, types }) => [
        key,
        label.trim(),
        instructions.trim(),
        required,
        types,
      ]),
    ])
  return said(draft) !== said(draftOf(from))
}

/** Whether anything at all differs from the package as it is. */
export function isChanged(draft: PackageDraft, from: Package): boolean {
  const { name, summary, description, amount, currency } = draftOf(from)
  const same =
    [name, summary, description, amount, currency].join('\0') ===
    [draft.name, draft.summary, draft.description, draft.amount, draft.currency].join('\0')
  return !same || isNewVersion(draft, from)
}

/** A new creative gets a key of its label; one that was published keeps its own. */
function withKeys(creatives: readonly CreativeDraft[]) {
  const taken = new Set(creatives.map(({ key }) => key).filter(Boolean))
  return creatives.map(({ key, label, instructions, required, types }) => {
    const own = key || freeKey(label, taken)
    taken.add(own)
    return { key: own, label, instructions, required, types }
  })
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const parts = label
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .split(/ +/)
    .map((word, i) => (i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
  const base =
    parts
      .join('')
      .replace(/^[^a-z]+/, '')
      .slice(0, 30) || 'creative'
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}${n}`
    if (!taken.has(key)) return key
  }
}

/** An amount as people type it: `68000` of EUR is `680.00`. */
function written({ amount, currency }: { amount: string; currency: string }): string {
  const digits = digitsOf(currency)
  if (digits === 0) return amount
  const padded = amount.padStart(digits + 1, '0')
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}
