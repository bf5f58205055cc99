import * as who from './campaign-who.js'
import { chargebackOpened } from './emails/chargeback-opened.js'
import { fundsReleased } from './emails/funds-released.js'
import { paymentFailed } from './emails/payment-failed.js'
import { payoutAccountReinstated } from './emails/payout-account-reinstated.js'
import { payoutAccountSuspended } from './emails/payout-account-suspended.js'
import { refundFailed } from './emails/refund-failed.js'
import { refundIssued } from './emails/refund-issued.js'
import { releaseFailed } from './emails/release-failed.js'
import { chargebackFacts, letGoFacts, payoutAccountFacts, payoutFacts } from './load-campaign-money.js'
import { moneyFacts } from './load-order.js'
import { type Route, route } from './route.js'
import { placedBy, placedByAndFinance } from './who.js'

const nobody: Route[] = []

/** Who hears of what happens to money, and by which mail. */
export const moneyRoutes = {
  'payment.charged': nobody, // order.opened tells it
  'payment.refused': [route(paymentFailed, moneyFacts, placedBy)],
  'payment.cancelled': nobody, // order.expired tells it
  'payment.came-late': nobody, // refund.issued or payment.voided tells it
  'payment.given-back': nobody, // payment.refused tells it
  'payment.authorised': nobody, // order.opened tells it
  'payment.captured': nobody,
  'payment.capture-refused': nobody, // campaign.capture-failed tells it
  'payment.capture-retried': nobody,
  'payment.void-requested': nobody,
  'payment.voided': [route(refundIssued, letGoFacts, placedBy)],
  'payment.void-failed': [route(refundFailed, letGoFacts, placedByAndFinance)],
  'payment.void-retried': nobody,
  'refund.requested': nobody,
  'refund.issued': [route(refundIssued, moneyFacts, placedBy)],
  'refund.failed': [route(refundFailed, moneyFacts, placedByAndFinance)],
  'refund.retried': nobody,
  'refund.called-off': nobody,
  'release.requested': nobody,
  'release.issued': [route(fundsReleased, payoutFacts, who.channel)],
  'release.failed': [route(releaseFailed, payoutFacts, who.channelAndFinance)],
  'release.retried': nobody,
  'release.called-off': nobody,
  'release.reversed': nobody, // finance did it; a task is raised where it was too much
  'revenue.recognised': nobody,
  'funds.frozen': nobody,
  'funds.unfrozen': nobody,
  'chargeback.opened': [route(chargebackOpened, chargebackFacts, who.finance)],
  'chargeback.bank-decided': nobody, // the task about it says so
  'chargeback.settled': nobody,
  'payout-account.connected': nobody,
  'payout-account.activated': nobody,
  'payout-account.suspended': [route(payoutAccountSuspended, payoutAccountFacts, who.channelOwners)],
  'payout-account.reinstated': [route(payoutAccountReinstated, payoutAccountFacts, who.channelOwners)],
} satisfies Record<string, Route[]>
