import * as fc from 'fast-check'
import type { Person } from './rig.js'
import { type Fault, faults, type Habit, habits } from './scripted-gateway.js'
import type { Whim } from './verb.js'
import { verbs } from './verbs.js'

/** One step of a sequence, before it meets a life: what is tried, by whom, with which luck. */
export interface Step extends Omit<Whim, 'who'> {
  readonly what: string
  readonly who: Person | 'whose-it-is'
  readonly fault: Fault
}

/** What happens without anybody asking for it. */
const world = [
  'again',
  'again',
  'send',
  'inquire',
  'webhook',
  'decide',
  'refund-mood',
  'provision',
  'act',
  'minutes',
  'to-deadline',
  'days',
]

const trade = Object.keys(verbs).filter((verb) => !verb.includes('Task'))
const tasks = Object.keys(verbs).filter((verb) => verb.includes('Task'))
/** What decides about money, and about when it is over. */
const money = [
  'payOrder',
  'send',
  'inquire',
  'webhook',
  'decide',
  'act',
  'to-deadline',
  'minutes',
  'cancelOrder',
]
/** What turns a life that is at work. */
const turns = [
  'deliverOrder',
  'approveOnboarding',
  'reopenOnboarding',
  'waiveOnboarding',
  'holdOrder',
  'resumeOrder',
  'cancelOrder',
  'requestRevision',
  'confirmDelivery',
  'to-deadline',
  'act',
  'refund-mood',
  'send',
  'days',
]

const anybody = fc.constantFrom<Step['who']>(
  'whose-it-is',
  'buyer',
  'recipient',
  'admin',
  'worker',
  'stranger',
)
const rightful = fc.constant<Step['who']>('whose-it-is')

interface Luck {
  readonly who: fc.Arbitrary<Step['who']>
  /** Of so many calls and means of payment one is a bad one. */
  readonly oneIn: number
}

const step = (what: fc.Arbitrary<string>, { who, oneIn }: Luck): fc.Arbitrary<Step> =>
  fc.record({
    what,
    who,
    pick: fc.nat(1000),
    habit: rarely(oneIn, fc.constant<Habit>('takes'), fc.constantFrom(...habits)),
    fault: rarely(oneIn, fc.constant<Fault>('none'), fc.constantFrom(...faults)),
  })

function rarely<T>(oneIn: number, usual: fc.Arbitrary<T>, else_: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: else_ })
}

const some = (what: fc.Arbitrary<string>, luck: Luck, minLength: number, maxLength: number) =>
  fc.array(step(what, luck), { minLength, maxLength, size: 'max' })
const forwards = (minLength: number, maxLength: number) =>
  some(fc.constant('forward'), { who: rightful, oneIn: 8 }, minLength, maxLength)
const then = (...parts: fc.Arbitrary<Step[]>[]) => fc.tuple(...parts).map((found) => found.flat())

/** A payment whose time runs out while the gateway makes up its mind: money may still come, and goes back. */
const lateness = ['payOrder', 'send', 'to-deadline', 'act', 'inquire', 'decide', 'webhook', 'act', 'send']
const late = fc
  .tuple(
    fc.constantFrom<Habit>('deaf', 'decides-later'),
    ...lateness.map((what) => step(fc.constant(what), { who: rightful, oneIn: 4 })),
  )
  .map(([habit, ...steps]) => steps.map((one) => ({ ...one, habit })))

/** A sequence: the storms of a payment, whatever comes after some way, or the turns of a life that is at work. */
export const sequences = fc.record({
  withAddOn: fc.boolean(),
  steps: fc.oneof(
    { weight: 2, arbitrary: some(fc.constantFrom(...money), { who: rightful, oneIn: 2 }, 3, 12) },
    { weight: 1, arbitrary: then(late, some(fc.constantFrom(...money), { who: rightful, oneIn: 4 }, 0, 4)) },
    {
      weight: 3,
      arbitrary: then(
        forwards(0, 28),
        some(
          fc.oneof(fc.constantFrom(...trade), fc.constantFrom(...tasks), fc.constantFrom(...world)),
          { who: anybody, oneIn: 4 },
          1,
          10,
        ),
      ),
    },
    {
      weight: 4,
      arbitrary: then(
        forwards(4, 16),
        some(fc.oneof(fc.constant('forward'), fc.constantFrom(...turns)), { who: rightful, oneIn: 4 }, 2, 12),
      ),
    },
  ),
})
