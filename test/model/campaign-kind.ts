import { completionMailBounced, completionMailTaken } from '../../api/campaigns/completion-mail.js'
import { system } from '../../api/lib/viewer.js'
import { lockStream } from '../../api/platform/events.js'
import { transaction } from '../../api/platform/transaction.js'
import { aCleanFile } from '../support/small-package.js'
import { compareCampaign } from './campaign-compare.js'
import { actOnDue } from './campaign-due.js'
import { type Campaign, type CampaignLife, isOpen, newCampaignLife } from './campaign-life.js'
import { settle } from './campaign-money.js'
import { campaignVerbs, paymentVerbs } from './campaign-verbs.js'
import { creativeVerbs } from './creative-verbs.js'
import { disputeVerbs } from './dispute-verbs.js'
import { endingVerbs } from './ending-verbs.js'
import type { Kind, Run, Turn } from './kind.js'
import { HOUR } from './op.js'
import type { Step } from './steps.js'
import type { Verb } from './verb.js'

/** What stands where, for a verb to name: ids that the program gave, and what each life needs afresh. */
export interface CampaignIds {
  readonly order: string
  readonly campaign: string | undefined
  readonly dispute: string | undefined
  /** The versions of its creative, in order. */
  readonly versions: readonly string[]
  /** A file of the buyer's that nothing has taken yet. */
  readonly file: string
  /** A contact of the buyer. */
  readonly contact: string
}

export type CampaignVerb = Verb<CampaignLife, CampaignIds>

/** The order of one campaign, from the checkout until its money is where it belongs. */
export const campaignKind: Kind<CampaignLife, CampaignIds> = {
  verbs: { ...paymentVerbs, ...campaignVerbs, ...creativeVerbs, ...endingVerbs, ...disputeVerbs },
  async begin(rig) {
    const { order, contact } = await rig.placeCampaign()
    const now = (await rig.now()).getTime()
    const ids = {
      order,
      contact,
      campaign: undefined,
      dispute: undefined,
      versions: [],
      file: await aCleanFile(rig.rows),
    }
    return { life: newCampaignLife(order, now), ids }
  },
  stateOf: (life, on) =>
    on === 'order'
      ? life.status
      : on === 'campaign'
        ? life.campaign?.status
        : on === 'creative'
          ? life.campaign?.creative.status
          : life.dispute?.status,
  /** A channel sees an order once its campaign is offered; a beneficiary's member has nothing to do with an agency's own. */
  strange: (life, verb, { who }) => {
    const ofMembers = verb.by.includes('buyer') || verb.by.includes('channel')
    const sees = who !== 'recipient' && (who !== 'channel' || life.campaign !== undefined)
    return sees || !ofMembers ? undefined : 'NOT_FOUND'
  },
  forward,
  settle,
  actOnDue,
  moments: ({ payBy, campaign, dispute, ops }) => [
    payBy,
    campaign?.status === 'AWAITING_ACCEPTANCE' ? campaign.acceptBy : undefined,
    campaign?.payAgainBy,
    campaign?.proposal?.answerBy,
    campaign?.status === 'COMPLETION_CLAIMED' ? campaign.disputeBy : undefined,
    dispute?.waitUntil,
    dispute?.fallbackAt,
    ...ops.map((op) => op.retryAt),
  ],
  happen: (run, { what }) =>
    what === 'bounce' ? bounce(run) : what === 'mail-taken' ? mailTaken(run) : Promise.resolve(undefined),
  async compare(run, after) {
    await compareCampaign(run, after)
    const file = after.startsWith('uploadCreative') ? await aCleanFile(run.rig.rows) : run.ids.file
    run.ids = { ...run.ids, file }
  },
}

function forward(life: CampaignLife, { pick }: Step): Turn | undefined {
  const by = (what: string, who: Step['who']): Turn => ({ what, who })
  if (life.status === 'AWAITING_PAYMENT') return by('payOrder', 'buyer')
  const { campaign, dispute } = life
  if (isOpen(dispute)) return forwardDispute(life, pick)
  if (campaign?.status === 'AWAITING_ACCEPTANCE')
    return pick % 8 ? by('acceptCampaign', 'channel') : by('uploadCreative', 'buyer')
  if (campaign?.status === 'ACCEPTED') return gather(campaign, pick)
  if (campaign?.status === 'READY') return by('completeCampaign', 'channel')
  if (campaign?.status === 'COMPLETION_CLAIMED' && !campaign.told && pick % 8)
    return by('mail-taken', 'whose-it-is')
  return campaign?.status === 'COMPLETION_CLAIMED' && pick % 2 ? by('openDispute', 'buyer') : undefined
}

/** What an accepted campaign needs before it is ready. */
function gather({ captured, payAgainBy, creative }: Campaign, pick: number): Turn | undefined {
  if (!captured) return payAgainBy ? { what: 'payAgain', who: 'buyer' } : undefined
  if (creative.status === 'APPROVED') return { what: 'markCampaignReady', who: 'channel' }
  if (creative.status !== 'UPLOADED') return { what: 'uploadCreative', who: 'buyer' }
  return { what: pick % 6 ? 'approveCreative' : 'rejectCreative', who: 'channel' }
}

function forwardDispute({ dispute }: CampaignLife, pick: number): Turn {
  if (dispute!.status === 'AWAITING_CHANNEL') return { what: 'respondToDispute', who: 'channel' }
  if (dispute!.status === 'AWAITING_INFORMATION')
    return { what: 'answerDisputeInformation', who: dispute!.asked === 'BUYER' ? 'buyer' : 'channel' }
  return pick % 3
    ? { what: 'resolveDispute', who: 'finance' }
    : { what: 'requestDisputeInformation', who: 'admin' }
}

/** The mail that it is complete comes back; matters only while a buyer is waited for who has not disputed. */
async function bounce({ rig, life, ids }: Run<CampaignLife, CampaignIds>): Promise<string | undefined> {
  if (life.campaign?.status !== 'COMPLETION_CLAIMED') return undefined
  const mail = { orderId: life.id, recipientId: ids.contact, address: 'gone@northwind.test' }
  await transaction(rig.still.house, system('mail'), async (tx) => {
    await lockStream(tx, life.id)
    await completionMailBounced(tx, mail)
  })
  if (!life.dispute) life.campaign.releaseHeld = true
  return 'bounce'
}

/** The mail that it is complete has gone out. Late, it gives the buyer another day; whoever knows is not told anew. */
async function mailTaken({ rig, life }: Run<CampaignLife, CampaignIds>): Promise<string | undefined> {
  const { campaign } = life
  if (campaign?.status !== 'COMPLETION_CLAIMED' || campaign.told) return undefined
  const now = await transaction(rig.still.house, system('mail'), async (tx) => {
    await completionMailTaken(tx, { orderId: life.id, takenAt: tx.now })
    return tx.now.getTime()
  })
  const late = campaign.disputeBy! < now + 23 * HOUR
  Object.assign(campaign, { told: true, releaseHeld: false })
  if (late) campaign.disputeBy = now + 24 * HOUR
  return 'mail-taken'
}
