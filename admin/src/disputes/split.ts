import { toMinor } from '../shared/minor-units.js'

export type Decision = 'RELEASE' | 'REFUND' | 'SPLIT'

/** What is held, divided: minor units as text, whose sum is always what is held. */
export interface Shares {
  toBuyer: string
  toChannel: string
}

/** Divides what is held so that the buyer gets `toBuyer` of it, never less than nothing nor more than there is. */
export function divide(held: string, toBuyer: string | bigint): Shares {
  const all = BigInt(held)
  const wished = BigInt(toBuyer)
  const buyer = wished < 0n ? 0n : wished > all ? all : wished
  return { toBuyer: buyer.toString(), toChannel: (all - buyer).toString() }
}

/** The shares of a decision; of a split, with what the buyer shall get. */
export function sharesOf(decision: Decision, held: string, toBuyer: string): Shares {
  if (decision === 'RELEASE') return divide(held, 0n)
  return divide(held, decision === 'REFUND' ? held : toBuyer)
}

/** Whether a split leaves something for each side; all for one of them is another decision. */
export function isSplit({ toBuyer, toChannel }: Shares): boolean {
  return toBuyer !== '0' && toChannel !== '0'
}

/** What somebody typed as one side's share, as shares; undefined where it is no amount or more than there is. */
export function typedShare(
  text: string,
  side: keyof Shares,
  { held, currency }: { held: string; currency: string },
): Shares | undefined {
  const typed = toMinor(text, currency)
  if (typed === undefined || BigInt(typed) > BigInt(held)) return undefined
  return divide(held, side === 'toBuyer' ? typed : BigInt(held) - BigInt(typed))
}

/** The place of a share on a slider of a thousand steps; a slider's numbers are floats, so amounts never go through it. */
export const STEPS = 1000

/** Where the buyer's share stands, 0 to `STEPS`. */
export function placeOf(held: string, toBuyer: string): number {
  const all = BigInt(held)
  return all === 0n ? 0 : Number((BigInt(toBuyer) * BigInt(STEPS) + all / 2n) / all)
}

/** The buyer's share at a place of the slider. */
export function shareAt(held: string, place: number): Shares {
  return divide(held, (BigInt(held) * BigInt(Math.round(place)) + BigInt(STEPS) / 2n) / BigInt(STEPS))
}
