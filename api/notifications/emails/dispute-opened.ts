import { button, heading, list, paragraph, subheading } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer, saying } from '../campaign-blocks.js'
import type { DisputeFacts } from '../campaign-facts.js'
import { email, type Reader, type Written } from '../email.js'

/** To both sides, and to those of the team who may decide: a dispute is open, what happens now, and by when. */
export const disputeOpened = email<DisputeFacts>(
  'dispute-opened',
  (dispute, to) => {
    if (to.isTeam) return toTeam(dispute, to)
    return isBuyer(dispute, to) ? toBuyer(dispute, to) : toChannel(dispute, to)
  },
  (is) => [
    { facts: is.dispute.opened, to: is.buyer },
    { variant: 'channel', facts: is.dispute.opened, to: is.channel },
    { variant: 'team', facts: is.dispute.opened, to: is.admin },
  ],
)

function toBuyer(dispute: DisputeFacts, to: Reader): Written {
  const { opened: w, open } = to.words.disputes
  return {
    subject: w.subject(dispute.number),
    preheader: w.preheader,
    why: to.words.common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(dispute.channel)),
      rows(dispute, to),
      subheading(w.next),
      list([w.answer(dispute.channel, to.when(dispute.respondBy)), w.decide, w.evidence]),
      button(open, to.pages.dispute(dispute.disputeId)),
    ],
  }
}

function toChannel(dispute: DisputeFacts, to: Reader): Written {
  const { opened: w, facts: f } = to.words.disputes
  const { buyer, number, package: pkg } = dispute
  const until = to.when(dispute.respondBy)
  return {
    subject: w.channelSubject(number, buyer),
    preheader: w.channelPreheader(until),
    why: to.words.common.why.channel,
    blocks: [
      heading(w.channelHeading),
      to.hello,
      ...saying(dispute.statement, w.channelIntro(buyer, pkg), w.channelIntroSilent(buyer, pkg)),
      rows(dispute, to, [f.respondBy, until]),
      paragraph(w.channelNext(until)),
      paragraph(w.frozen),
      button(w.respond, to.pages.dispute(dispute.disputeId)),
    ],
  }
}

function toTeam(dispute: DisputeFacts, to: Reader): Written {
  const { opened: w, facts: f, open } = to.words.disputes
  const { buyer, channel, number, package: pkg } = dispute
  const intro = w.teamIntro(buyer, channel, pkg)
  return {
    subject: w.teamSubject(number),
    preheader: w.teamPreheader(to.when(dispute.respondBy)),
    why: to.words.common.why.team,
    blocks: [
      heading(w.teamHeading),
      to.hello,
      ...saying(dispute.statement, intro, intro),
      rows(
        dispute,
        to,
        [f.held, to.amount(dispute.held)],
        [f.respondBy, to.when(dispute.respondBy)],
        [f.until, to.when(dispute.fallbackAt)],
      ),
      button(open, to.pages.team.dispute(dispute.disputeId)),
    ],
  }
}

function rows(dispute: DisputeFacts, to: Reader, ...more: [string, string][]) {
  const { facts: f, reasons } = to.words.disputes
  return campaignRows(dispute, to, [f.reason, reasons[dispute.disputeReason]], ...more)
}
