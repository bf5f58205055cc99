import { campaignKind } from './campaign-kind.js'
import { campaignSequences } from './campaign-sequences.js'
import { playLives, type Thousand } from './lives.js'

const mustHaveSeen = [
  'acceptCampaign',
  'declineCampaign',
  'withdrawCampaign',
  'payAgain',
  'markCampaignReady: MONEY_NOT_CAPTURED',
  'markCampaignReady: CREATIVES_MISSING',
  'completeCampaign',
  'releaseFunds',
  'proposeCancellation',
  'answerCancellation',
  'cancelCampaign',
  'openDispute',
  'resolveDispute',
  'withdrawDispute',
  'extendDeadline: ALREADY_EXTENDED',
  'bounce',
  'mail-taken',
]

/** So many lives of campaigns, their disputes and their money. */
export function playCampaigns(thousand: Thousand): void {
  playLives(thousand, { of: 'campaigns', kind: campaignKind, sequences: campaignSequences, mustHaveSeen })
}
