import { button, facts, heading, quiet, quote } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { MessageFacts } from '../facts.js'

const MOST = 2000

/** To the others who may read it: somebody wrote on the order's feed. */
export const messagePosted = email<MessageFacts>(
  'message-posted',
  (message, to) => {
    const { message: w } = to.words.people
    const { common } = to.words
    const letters = Array.from(message.body)
    const cut = letters.length > MOST
    return {
      subject: w.subject(message.author, message.number),
      preheader: letters.slice(0, 120).join(''),
      why: to.isTeam ? common.why.team : common.why.conversation,
      blocks: [
        heading(to.isTeam ? w.headingTeam(message.author) : w.heading(message.author)),
        to.hello,
        ...(message.visibility === 'STAFF' ? [quiet(w.note)] : []),
        quote(cut ? `${letters.slice(0, MOST).join('')}…` : message.body),
        ...(cut ? [quiet(w.cut)] : []),
        facts([[common.order, message.number]]),
        button(w.open, to.isTeam ? to.pages.team.order(message.orderId) : to.pages.order(message.orderId)),
        quiet(w.noReply),
      ],
    }
  },
  (is) => [
    { facts: is.message, to: is.client },
    { variant: 'team', facts: { ...is.message, visibility: 'STAFF' }, to: is.admin },
  ],
)
