import { button, facts, heading, quiet, quote } from '../../platform/mailer/content.js'
import { email, type Reader } from '../email.js'
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
        button(w.open, page(message, to)),
        quiet(w.noReply),
      ],
    }
  },
  (is) => [
    { facts: is.message, to: is.client },
    { variant: 'team', facts: { ...is.message, visibility: 'STAFF' }, to: is.admin },
    {
      variant: 'channel',
      facts: { ...is.message, campaignId: is.campaign.offer.campaignId, channelPeople: [is.channel.id] },
      to: is.channel,
    },
  ],
)

/** Where its reader sees the conversation: the channel on the page of their campaign. */
function page({ orderId, campaignId, channelPeople }: MessageFacts, to: Reader): string {
  if (to.isTeam) return to.pages.team.order(orderId)
  return campaignId !== null && channelPeople.includes(to.id)
    ? to.pages.campaign(campaignId)
    : to.pages.order(orderId)
}
