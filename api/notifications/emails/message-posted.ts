import {
  type Block,
  button,
  facts,
  heading,
  list,
  quiet,
  quote,
  subheading,
} from '../../platform/mailer/content.js'
import { email, type Reader } from '../email.js'
import type { MessageFacts, MessagesFacts } from '../facts.js'

const LONGEST = 2000
/** So many are quoted; the others stand on the page. */
const MOST = 10

/** To the others who may read it and are not looking: what was written on the order's feed within about a minute. */
export const messagePosted = email<MessagesFacts>(
  'message-posted',
  (of, to) => {
    const { message: w } = to.words.people
    const { common } = to.words
    return {
      subject: subject(of, to),
      preheader: preheader(of, to),
      why: to.isTeam ? common.why.team : common.why.conversation,
      blocks: [
        ...written(of, to),
        facts([[common.order, of.number]]),
        button(w.open, page(of, to)),
        quiet(w.noReply),
      ],
    }
  },
  (is) => [
    { facts: is.conversation.answer, to: is.client },
    { variant: 'team', facts: is.conversation.note, to: is.admin },
    { variant: 'question', facts: is.conversation.question, to: is.assignee },
    { variant: 'status', facts: is.conversation.status, to: is.assignee },
    { variant: 'mention', facts: is.conversation.mention, to: is.admin },
    { variant: 'several', facts: is.conversation.several, to: is.buyer },
    {
      variant: 'channel',
      facts: { ...is.conversation.answer, campaignId: is.campaign.offer.campaignId, ofChannel: true },
      to: is.channel,
    },
  ],
)

function subject({ messages, number }: MessagesFacts, to: Reader): string {
  const { message: w } = to.words.people
  const naming = messages.find(({ mentionsReader }) => mentionsReader)
  if (naming) return w.subjectMention(naming.author, number)
  const [first] = messages
  return messages.length > 1
    ? w.subjectMany(messages.length, number)
    : w.subjects[first!.kind](first!.author, number)
}

function preheader({ messages }: MessagesFacts, to: Reader): string {
  const { author, kind, body } = messages.at(-1)!
  return lettersOf(body).slice(0, 120).join('') || to.words.people.message.kinds[kind](author)
}

function written({ messages }: MessagesFacts, to: Reader): Block[] {
  const { message: w } = to.words.people
  const [first, ...others] = messages
  if (!others.length) return [heading(titleOf(first!, to)), to.hello, ...said(first!, to)]
  const earlier = messages.length - MOST
  return [
    heading(w.headingMany(messages.length)),
    to.hello,
    ...(earlier > 0 ? [quiet(w.earlier(earlier))] : []),
    ...messages.slice(-MOST).flatMap((message) => [subheading(titleOf(message, to)), ...said(message, to)]),
  ]
}

function titleOf({ author, kind, mentionsReader }: MessageFacts, to: Reader): string {
  const { message: w } = to.words.people
  if (mentionsReader) return w.mention(author)
  return kind === 'MESSAGE' && !to.isTeam ? w.toYou(author) : w.kinds[kind](author)
}

/** Their words, what is attached, and what has to be known about it. */
function said({ body, kind, visibility, files }: MessageFacts, to: Reader): Block[] {
  const { message: w } = to.words.people
  const letters = lettersOf(body)
  const cut = letters.length > LONGEST
  return [
    ...(visibility === 'STAFF' ? [quiet(w.note)] : []),
    ...(body ? [quote(cut ? `${letters.slice(0, LONGEST).join('')}…` : body)] : []),
    ...(cut ? [quiet(w.cut)] : []),
    ...(files.length ? [list(files.map((text) => ({ about: w.attached, text })))] : []),
    ...(kind === 'STATUS_REQUEST' ? [quiet(to.isTeam ? w.cardTeam : w.card)] : []),
  ]
}

/** Letters as people count them, so that none is cut in two. */
const lettersOf = (text: string) => Array.from(text)

/** Where its reader sees the conversation: the channel on the page of their campaign. */
function page({ orderId, campaignId, ofChannel }: MessagesFacts, to: Reader): string {
  if (to.isTeam) return to.pages.team.order(orderId)
  return campaignId !== null && ofChannel ? to.pages.campaign(campaignId) : to.pages.order(orderId)
}
