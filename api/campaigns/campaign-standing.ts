import { fundsFrozen } from '../funds/freeze-cause.js'
import { dueUnlessFrozen } from './campaign-due.js'
import type { CampaignOfOrder } from '../orders/order-campaign.js'

/** What a campaign says of its order, more exactly than the order's stage and state do. */
export const campaignOfOrder: CampaignOfOrder = {
  says: `(select case
      when c.status = 'ACCEPTED' and c.pay_again_by is not null then 'PAY_AGAIN'
      when c.status in ('ACCEPTED', 'READY') and c.proposed_by = 'CHANNEL' then 'ASKED_BY_CHANNEL'
      when c.status in ('ACCEPTED', 'READY') and c.proposed_by = 'BUYER' then 'ASKED_BY_BUYER'
      when c.status = 'ACCEPTED' and exists (select from creatives k left join creative_versions v on v.id = k.newest_id
        where k.campaign_id = c.id and k.required and (v.id is null or v.status = 'REJECTED')) then 'CREATIVES_MISSING'
      when c.status = 'COMPLETION_CLAIMED' and ${fundsFrozen('c.order_id')} then 'CHARGED_BACK'
      when c.status = 'COMPLETION_CLAIMED' and c.release_held then 'NOT_TOLD'
      when c.status = 'CLOSED' then c.outcome
      when c.status in ('DECLINED', 'EXPIRED', 'CANCELLED') then c.status end
    from campaigns c where c.order_id = t.id)`,
  by: `(select ${dueUnlessFrozen('c.')} from campaigns c where c.order_id = t.id)`,
  words: {
    PAY_AGAIN: {
      summary: 'The channel accepted the campaign, but the money could not be taken in.',
      next: 'The buyer pays again; if not, the campaign ends.',
      actor: 'BUYER',
      toBeneficiary: {
        summary: 'The channel accepted the campaign.',
        next: 'The buyer sees to the payment.',
      },
    },
    ASKED_BY_CHANNEL: {
      summary: 'The channel proposes to end the campaign.',
      next: 'The buyer agrees or does not; without an answer the campaign goes on.',
      actor: 'BUYER',
    },
    ASKED_BY_BUYER: {
      summary: 'The buyer proposes to end the campaign.',
      next: 'The channel agrees or does not; without an answer the campaign goes on.',
      actor: 'CHANNEL',
    },
    CREATIVES_MISSING: {
      summary: 'The channel accepted the campaign and needs its creatives.',
      next: 'The buyer uploads the creatives; the channel looks at each.',
      actor: 'BUYER',
    },
    CHARGED_BACK: {
      summary:
        'The channel marked the campaign complete, but the buyer’s bank wants the payment back: the money does not move.',
      next: 'We settle it with the bank; only then is the money released, or goes back.',
      actor: 'US',
      toBeneficiary: {
        summary: 'The channel marked the campaign complete.',
        next: 'Our team and the buyer settle the rest.',
      },
    },
    NOT_TOLD: {
      summary: 'The channel marked the campaign complete, but our mail about it did not reach the buyer.',
      next: 'We find the right address; only then does the time to dispute go on.',
      actor: 'US',
    },
    RELEASED: {
      summary: 'The campaign is complete, and the money was released to the channel.',
      next: null,
      actor: 'NOBODY',
      toBeneficiary: { summary: 'The campaign is complete.' },
    },
    REFUNDED: {
      summary: 'The campaign is closed, and the money goes back to the buyer.',
      next: null,
      actor: 'NOBODY',
      toBeneficiary: { summary: 'The campaign is closed.' },
    },
    SPLIT: {
      summary: 'The campaign is closed: a part of the money goes back, the rest to the channel.',
      next: null,
      actor: 'NOBODY',
      toBeneficiary: { summary: 'The campaign is closed.' },
    },
    DECLINED: {
      summary: 'The channel declined the campaign; the money that was set aside goes back.',
      next: null,
      actor: 'NOBODY',
      toBeneficiary: { summary: 'The channel declined the campaign.' },
    },
    EXPIRED: {
      summary: 'The channel did not answer in time; the money that was set aside goes back.',
      next: null,
      actor: 'NOBODY',
      toBeneficiary: { summary: 'The channel did not answer in time.' },
    },
    CANCELLED: { summary: 'The campaign was cancelled.', next: null, actor: 'NOBODY' },
  },
}
