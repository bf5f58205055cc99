import * as fc from 'fast-check'
import type { Person } from './rig.js'
import { type Fault, faults, type Habit, habits } from './scripted-gateway.js'
import type { Whim } from './verb.js'

/** One step of a sequence, before it meets a life: what is tried, by whom, with which luck. */
export interface Step extends Omit<Whim, 'who'> {
  readonly what: string
  readonly who: Person | 'whose-it-is'
  readonly fault: Fault
}

/** How a sequence goes: who takes its steps, and of how many calls and means of payment one is a bad one. */
export interface Luck {
  readonly who: fc.Arbitrary<Step['who']>
  readonly oneIn: number
}

/** Whose a verb is takes it. */
export const rightful = fc.constant<Step['who']>('whose-it-is')

/** Some steps of these, in any order. */
export function some(
  what: fc.Arbitrary<string>,
  luck: Luck,
  minLength: number,
  maxLength: number,
): fc.Arbitrary<Step[]> {
  return fc.array(step(what, luck), { minLength, maxLength, size: 'max' })
}

/** So many steps that move a life on. */
export function forwards(minLength: number, maxLength: number, oneIn = 8): fc.Arbitrary<Step[]> {
  return some(fc.constant('forward'), { who: rightful, oneIn }, minLength, maxLength)
}

/** One after the other. */
export function after(...parts: fc.Arbitrary<Step[]>[]): fc.Arbitrary<Step[]> {
  return fc.tuple(...parts).map((found) => found.flat())
}

/** These steps, in this order. */
export function inOrder(whats: readonly string[], luck: Luck): fc.Arbitrary<Step[]> {
  return fc.tuple(...whats.map((what) => step(fc.constant(what), luck))).map((found) => [...found])
}

function step(what: fc.Arbitrary<string>, { who, oneIn }: Luck): fc.Arbitrary<Step> {
  return fc.record({
    what,
    who,
    pick: fc.nat(1000),
    habit: rarely(oneIn, fc.constant<Habit>('takes'), fc.constantFrom(...habits)),
    fault: rarely(oneIn, fc.constant<Fault>('none'), fc.constantFrom(...faults)),
  })
}

function rarely<T>(oneIn: number, usual: fc.Arbitrary<T>, else_: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: else_ })
}
