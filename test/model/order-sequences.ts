import * as fc from 'fast-check'
import { orderKind } from './order-kind.js'
import type { Sequence } from './play.js'
import type { Habit } from './scripted-gateway.js'
import { forwards, inOrder, rightful, some, type Step, after } from './steps.js'

/** What happens without anybody asking for it. */
const world = [
  'again',
  'again',
  'send',
  'inquire',
  'webhook',
  'decide',
  'mood',
  'provision',
  'act',
  'minutes',
  'to-deadline',
  'days',
]

const trade = Object.keys(orderKind.verbs).filter((verb) => !verb.includes('Task'))
const tasks = Object.keys(orderKind.verbs).filter((verb) => verb.includes('Task'))
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
  'mood',
  'send',
  'days',
]

const anybody = fc.constantFrom<Step['who']>(
  'whose-it-is',
  'buyer',
  'recipient',
  'admin',
  'worker',
  'channel',
)

/** A payment whose time runs out while the gateway makes up its mind: money may still come, and goes back. */
const lateness = ['payOrder', 'send', 'to-deadline', 'act', 'inquire', 'decide', 'webhook', 'act', 'send']
const late = fc
  .tuple(fc.constantFrom<Habit>('deaf', 'decides-later'), inOrder(lateness, { who: rightful, oneIn: 4 }))
  .map(([habit, steps]) => steps.map((one) => ({ ...one, habit })))

/** A sequence: the storms of a payment, whatever comes after some way, or the turns of a life that is at work. */
export const orderSequences: fc.Arbitrary<Sequence> = fc.record({
  variant: fc.boolean(),
  steps: fc.oneof(
    { weight: 2, arbitrary: some(fc.constantFrom(...money), { who: rightful, oneIn: 2 }, 3, 12) },
    { weight: 1, arbitrary: after(late, some(fc.constantFrom(...money), { who: rightful, oneIn: 4 }, 0, 4)) },
    {
      weight: 3,
      arbitrary: after(
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
      arbitrary: after(
        forwards(4, 16),
        some(fc.oneof(fc.constant('forward'), fc.constantFrom(...turns)), { who: rightful, oneIn: 4 }, 2, 12),
      ),
    },
  ),
})
