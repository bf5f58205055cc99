import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { SecondFactorFacts } from '../facts.js'

/** To whoever signs in with it: their second factor was removed, by whom, and what to do if that was not meant. */
export const secondFactorRemoved = email<SecondFactorFacts>(
  'second-factor-removed',
  (factor, to) => {
    const { secondFactor: w } = to.words.people
    return {
      subject: w.subject,
      preheader: w.preheader,
      why: to.words.common.why.account,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(factor.by === null ? w.byYou : w.byAdmin(factor.by)),
        facts([[w.removedAt, to.when(factor.at)]]),
        paragraph(w.next),
        paragraph(factor.worksHere ? w.notYou : w.notYouOutside),
        button(w.open, factor.worksHere ? to.pages.team.home : to.pages.home),
      ],
    }
  },
  (is) => [
    { facts: is.secondFactor, to: is.assignee },
    { variant: 'own', facts: { ...is.secondFactor, by: null }, to: is.admin },
    { variant: 'member', facts: { ...is.secondFactor, by: null, worksHere: false }, to: is.buyer },
  ],
)
