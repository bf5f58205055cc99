import * as who from './campaign-who.js'
import { acceptanceReminder } from './emails/acceptance-reminder.js'
import { campaignAccepted } from './emails/campaign-accepted.js'
import { campaignCancelled } from './emails/campaign-cancelled.js'
import { campaignCompleted } from './emails/campaign-completed.js'
import { campaignDeclined } from './emails/campaign-declined.js'
import { campaignExpired } from './emails/campaign-expired.js'
import { campaignOffered } from './emails/campaign-offered.js'
import { campaignPaid } from './emails/campaign-paid.js'
import { campaignReady } from './emails/campaign-ready.js'
import { campaignWithdrawn } from './emails/campaign-withdrawn.js'
import { cancellationAnswered } from './emails/cancellation-answered.js'
import { cancellationProposed } from './emails/cancellation-proposed.js'
import { creativeRejected } from './emails/creative-rejected.js'
import { creativeUploaded } from './emails/creative-uploaded.js'
import { creativesMissing } from './emails/creatives-missing.js'
import { creativesReopened } from './emails/creatives-reopened.js'
import { deadlineExtended } from './emails/deadline-extended.js'
import { disputeInformationRequested } from './emails/dispute-information-requested.js'
import { disputeOpened } from './emails/dispute-opened.js'
import { disputeResolved } from './emails/dispute-resolved.js'
import { disputeUndecided } from './emails/dispute-undecided.js'
import { disputeWithdrawn } from './emails/dispute-withdrawn.js'
import { fundsReleased } from './emails/funds-released.js'
import { paymentFailed } from './emails/payment-failed.js'
import { releaseReminder } from './emails/release-reminder.js'
import { campaignFacts } from './load-campaign.js'
import {
  acceptanceFacts,
  answerFacts,
  completionFacts,
  endedFacts,
  extensionFacts,
  missingFacts,
  proposalFacts,
  rejectedFacts,
  releaseReminderFacts,
  uploadFacts,
} from './load-campaign-course.js'
import { captureFacts, paidFacts, releasedFacts } from './load-campaign-money.js'
import { decidedFacts, disputeFacts, undecidedFacts } from './load-dispute.js'
import { gathered, type Route, route } from './route.js'
import { placedBy } from './who.js'

const nobody: Route[] = []
/** Whoever uploads much at once is told of in one mail. */
const UPLOADS_TOGETHER = 'PT10M'

const answered = route(cancellationAnswered, answerFacts, who.buyerAndChannel)

/** Who hears of what happens to campaigns and disputes, and by which mail. */
export const campaignRoutes = {
  'campaign.offered': [route(campaignOffered, campaignFacts, who.channel)],
  'campaign.acceptance-reminded': [route(acceptanceReminder, acceptanceFacts, who.channel)],
  'campaign.accepted': [route(campaignAccepted, campaignFacts, placedBy)],
  'campaign.declined': [route(campaignDeclined, campaignFacts, placedBy)],
  'campaign.expired': [route(campaignExpired, campaignFacts, who.buyerAndChannel)],
  'campaign.withdrawn': [route(campaignWithdrawn, campaignFacts, who.channel)],
  'campaign.captured': [route(campaignPaid, paidFacts, who.buyerAndChannel)],
  'campaign.capture-failed': [route(paymentFailed, captureFacts, who.waitingForPayment)],
  'campaign.paid-again': nobody, // what comes of it is told
  'campaign.creatives-reminded': [route(creativesMissing, missingFacts, placedBy)],
  'campaign.ready': [route(campaignReady, campaignFacts, placedBy)],
  'campaign.creatives-reopened': [route(creativesReopened, campaignFacts, placedBy)],
  'campaign.completion-claimed': [route(campaignCompleted, completionFacts, placedBy)],
  'campaign.release-reminded': [route(releaseReminder, releaseReminderFacts, who.toldOfCompletion)],
  'campaign.completion-mail-bounced': nobody, // a task is raised
  'campaign.nobody-told': nobody, // a task is raised
  'campaign.told-late': nobody, // the mail itself tells it
  'campaign.completion-mail-resent': [route(campaignCompleted, completionFacts, who.chosenContact)],
  'campaign.released': [route(fundsReleased, releasedFacts, placedBy)],
  'campaign.disputed': nobody, // dispute.opened tells it
  'campaign.dispute-withdrawn': [route(disputeWithdrawn, disputeFacts, who.buyerAndChannel)],
  'campaign.closed': nobody, // dispute.resolved and dispute.fell-back tell it
  'campaign.cancellation-proposed': [route(cancellationProposed, proposalFacts, who.buyerAndChannel)],
  'campaign.cancellation-answered': [answered],
  'campaign.cancellation-lapsed': [answered],
  'campaign.cancelled': [route(campaignCancelled, endedFacts, who.buyerAndChannel)],
  'campaign.deadline-extended': [route(deadlineExtended, extensionFacts, who.buyerAndChannel)],
  'campaign.stalled': nobody, // a task is raised

  'creative.uploaded': [gathered(route(creativeUploaded, uploadFacts, who.channel), UPLOADS_TOGETHER)],
  'creative.approved': nobody,
  'creative.rejected': [route(creativeRejected, rejectedFacts, placedBy)],

  'dispute.opened': [route(disputeOpened, disputeFacts, who.bothSidesAndDeciders)],
  'dispute.statement-added': nobody,
  'dispute.evidence-added': nobody,
  'dispute.responded': nobody,
  'dispute.response-lapsed': nobody,
  'dispute.information-requested': [route(disputeInformationRequested, disputeFacts, who.buyerAndChannel)],
  'dispute.information-answered': nobody,
  'dispute.information-lapsed': nobody,
  'dispute.resolved': [route(disputeResolved, decidedFacts, who.buyerAndChannel)],
  'dispute.withdrawn': nobody, // campaign.dispute-withdrawn tells it, with when the money is released
  'dispute.fallback-warned': [route(disputeUndecided, undecidedFacts, who.deciders)],
  'dispute.fell-back': [route(disputeResolved, decidedFacts, who.buyerAndChannel)],
} satisfies Record<string, Route[]>
