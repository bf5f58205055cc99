import * as fc from 'fast-check'
import { campaignKind } from './campaign-kind.js'
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
  'bounce',
  'mail-taken',
  'act',
  'act',
  'minutes',
  'hours',
  'to-deadline',
  'to-deadline',
  'days',
]

/** What decides about money, and about when it is over. */
const money = [
  'payOrder',
  'acceptCampaign',
  'payAgain',
  'declineCampaign',
  'withdrawCampaign',
  'cancelCampaign',
  'cancelOrder',
  'send',
  'inquire',
  'webhook',
  'decide',
  'mood',
  'act',
  'to-deadline',
  'hours',
]

const anybody = fc.constantFrom<Step['who']>(
  'whose-it-is',
  'buyer',
  'channel',
  'admin',
  'finance',
  'worker',
  'recipient',
)

const storm = (least: number, most: number, oneIn = 3) =>
  some(fc.constantFrom(...money), { who: rightful, oneIn }, least, most)
const anything = (least: number, most: number) =>
  some(
    fc.oneof(
      fc.constantFrom(...Object.keys(campaignKind.verbs)),
      fc.constantFrom(...world),
      fc.constant('forward'),
    ),
    { who: anybody, oneIn: 5 },
    least,
    most,
  )
const turns = (least: number, most: number) =>
  some(
    fc.oneof(
      fc.constantFrom(...Object.keys(campaignKind.verbs)),
      fc.constantFrom(...world),
      fc.constant('forward'),
    ),
    { who: rightful, oneIn: 5 },
    least,
    most,
  )

/** A payment whose time runs out while the gateway makes up its mind: what was set aside after is let go. */
const lateness = ['payOrder', 'send', 'to-deadline', 'act', 'inquire', 'decide', 'webhook', 'act', 'send']
const late = fc
  .tuple(fc.constantFrom<Habit>('deaf', 'decides-later'), inOrder(lateness, { who: rightful, oneIn: 4 }))
  .map(([habit, steps]) => steps.map((one) => ({ ...one, habit })))

/** An acceptance whose money does not come: refused, tried again, paid again, or not. */
const refusal = ['payOrder', 'send', 'acceptCampaign', 'mood', 'send', 'payAgain', 'send', 'inquire']
const refusedCapture = inOrder(refusal, { who: rightful, oneIn: 4 })

/** How an accepted campaign is ended together or by our team, or given more time. */
const agreement = [
  'proposeCancellation',
  'proposeCancellation',
  'answerCancellation',
  'answerCancellation',
  'cancelCampaign',
  'markCampaignReady',
  'completeCampaign',
  'extendDeadline',
  'extendDeadline',
  'to-deadline',
  'act',
  'send',
]
/** An offer that is out, and how it is answered, or not. */
const answers = [
  'acceptCampaign',
  'declineCampaign',
  'withdrawCampaign',
  'uploadCreative',
  'extendDeadline',
  'extendDeadline',
  'to-deadline',
  'act',
  'send',
]
/** A campaign whose release was asked for. */
const last = [
  'releaseFunds',
  'openDispute',
  'openDispute',
  'withdrawDispute',
  'bounce',
  'mail-taken',
  'mail-taken',
  'resendCompletionMail',
  'extendDeadline',
  'to-deadline',
  'act',
  'send',
]
const those = (whats: readonly string[]) => some(fc.constantFrom(...whats), { who: rightful, oneIn: 6 }, 2, 9)
const agreements = some(fc.constantFrom(...agreement), { who: rightful, oneIn: 6 }, 4, 14)

/** A sequence: the storms of a payment, a capture that fails, whatever comes after some way, or a life near its end. */
export const campaignSequences: fc.Arbitrary<Sequence> = fc.record({
  variant: fc.boolean(),
  steps: fc.oneof(
    { weight: 2, arbitrary: storm(3, 12, 2) },
    { weight: 1, arbitrary: after(late, storm(0, 4)) },
    { weight: 2, arbitrary: after(refusedCapture, storm(1, 8)) },
    { weight: 3, arbitrary: after(forwards(0, 14), anything(1, 10)) },
    { weight: 2, arbitrary: after(forwards(2, 2, 20), those(answers)) },
    { weight: 2, arbitrary: after(forwards(9, 12, 20), those(last)) },
    { weight: 3, arbitrary: after(forwards(2, 11), agreements) },
    { weight: 4, arbitrary: after(forwards(4, 16), turns(2, 14)) },
  ),
})
