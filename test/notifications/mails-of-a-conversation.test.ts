import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { digestTimetable } from '../../api/notifications/digest-timetable.js'
import { tell } from '../../api/notifications/tell.js'
import { jump } from '../campaigns/read-campaign.js'
import { type FeedPeople, openFeed } from '../feed/feed-people.js'
import { sendFile } from '../support/onboarding-form.js'
import type { ReceivedMail } from '../support/inbox.js'

const A_MINUTE = 61_000
const [BUYER, CLIENT, SUPPORT, ADMIN] = ['agency', 'client', 'support', 'admin'].map(
  (name) => `${name}@demo.test`,
) as [string, string, string, string]

let feed: FeedPeople

beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

/** Which of these people were mailed about messages since they were last asked about, with what. */
async function mailed(): Promise<Record<string, ReceivedMail[]>> {
  await feed.world.settled()
  const news: Record<string, ReceivedMail[]> = {}
  for (const email of [BUYER, CLIENT, SUPPORT, ADMIN]) {
    const all = (await feed.world.inbox(email)).filter(({ template }) => template === 'message-posted')
    const fresh = all.slice(known.get(email) ?? 0)
    known.set(email, all.length)
    if (fresh.length) news[email] = fresh
  }
  return news
}
const known = new Map<string, number>()

const aMinute = async () => {
  await feed.world.settled()
  await feed.world.move(A_MINUTE)
}
const who = (news: Record<string, ReceivedMail[]>) => Object.keys(news).toSorted()
const one = (news: Record<string, ReceivedMail[]>, email: string) => {
  expect(news[email]).toHaveLength(1)
  return news[email]![0]!
}

test('a question of the buyer’s reaches support after a minute, while nobody else works on the order; not its author', async () => {
  await feed.say(feed.buyer, 'Is the <b>text</b> ready?', { k: 'QUESTION' })
  expect(await mailed()).toEqual({})
  await aMinute()
  const news = await mailed()
  expect(who(news)).toEqual([SUPPORT])
  const mail = one(news, SUPPORT)
  expect(mail.subject).toContain('Nora Winter asks something about order')
  expect(mail.html).toContain('Is the &lt;b&gt;text&lt;/b&gt; ready?')
  expect(mail.text).toContain(`/admin/#/orders/${feed.order}/show`)
})

test('an answer to all parties reaches buyer and beneficiary; a note for the team nobody outside', async () => {
  await feed.say(feed.support, 'It is on the page.', { v: 'PARTIES' })
  await feed.say(feed.support, 'They are impatient.', { v: 'STAFF' })
  await aMinute()
  const news = await mailed()
  expect(who(news)).toEqual([BUYER, CLIENT])
  for (const email of [BUYER, CLIENT]) {
    expect(one(news, email).text).toContain('It is on the page.')
    expect(one(news, email).text).not.toContain('impatient')
  }
})

test('several within a minute are one mail, each reader’s own; what comes later is another', async () => {
  await feed.say(feed.support, 'First.', { v: 'PARTIES' })
  await feed.say(feed.support, 'Second, for the buyer.')
  await feed.say(feed.buyer, 'Thank you.', { v: 'PARTIES' })
  await aMinute()
  const news = await mailed()
  const [toBuyer, toClient] = [one(news, BUYER), one(news, CLIENT)]
  expect(toBuyer.subject).toContain('2 new messages')
  expect(toBuyer.text).toMatch(/First\.[^]*Second, for the buyer\./)
  expect(toBuyer.text).not.toContain('Thank you')
  expect(toClient.text).toMatch(/First\.[^]*Thank you\./)
  expect(toClient.text).not.toContain('for the buyer')
  expect(one(news, SUPPORT).text).toContain('Thank you.')
  await feed.say(feed.support, 'Third.', { v: 'PARTIES' })
  await aMinute()
  const later = await mailed()
  expect(one(later, BUYER).text).toContain('Third.')
  expect(one(later, BUYER).text).not.toContain('First.')
})

const WATCH = 'subscription($o: ID!) { feedPresence(orderId: $o) { people { id } } }'
const READ = 'mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id } }'

test('whoever has read it when the mail would go gets none; whoever is only there gets it some minutes later', async () => {
  const [theirs, ours] = [feed.buyer, feed.support].map((one) => one.follow(WATCH, { o: feed.order }))
  await Promise.all([theirs!, ours!].map((one) => one.until((seen) => seen.length > 0)))
  const entry = await feed.say(feed.support, 'You are here.', { v: 'PARTIES' })
  await feed.client.ask(READ, { o: feed.order, n: entry.sequence })
  await aMinute()
  expect(await mailed()).toEqual({})
  // What others are told of meanwhile waits for nobody.
  await feed.say(feed.support, 'Are you?', { v: 'PARTIES' })
  await aMinute()
  const atOnce = await mailed()
  expect(who(atOnce)).toEqual([CLIENT])
  expect(one(atOnce, CLIENT).text).not.toContain('You are here.')
  for (let minutes = 2; minutes < 5; minutes++) await aMinute()
  const later = await mailed()
  expect(who(later)).toEqual([BUYER])
  expect(one(later, BUYER).text).toMatch(/You are here\.[^]*Are you\?/)
  await Promise.all([theirs!, ours!].map((one) => one.stop()))
})

test('whoever is there and reads it within these minutes gets no mail', async () => {
  const following = feed.buyer.follow(WATCH, { o: feed.order })
  await following.until((seen) => seen.length > 0)
  const entry = await feed.say(feed.support, 'A moment, please.', { v: 'BUYER' })
  await aMinute()
  expect(await mailed()).toEqual({})
  await feed.buyer.ask(READ, { o: feed.order, n: entry.sequence })
  for (let minutes = 1; minutes < 6; minutes++) await aMinute()
  expect(await mailed()).toEqual({})
  await following.stop()
})

test('whoever is called upon by name is mailed, whoever else works on it', async () => {
  const admin = await feed.userOf(ADMIN)
  await feed.say(feed.support, 'Would you look at this?', { v: 'STAFF', m: [admin] })
  await aMinute()
  const news = await mailed()
  expect(who(news)).toEqual([ADMIN])
  expect(one(news, ADMIN).subject).toContain('calls upon you')
})

test('a request for the status says that the card is no answer; what is attached is named', async () => {
  await feed.say(feed.buyer, '', { k: 'STATUS_REQUEST' })
  await aMinute()
  expect(one(await mailed(), SUPPORT).text.replace(/\s+/g, ' ')).toContain('That is no answer yet')
  await feed.say(feed.support, '', { v: 'BUYER', a: [await sendFile(feed.support, 'plan.txt', 'The plan.')] })
  await aMinute()
  expect(one(await mailed(), BUYER).text).toContain('Attached: plan.txt')
})

test('it is told once, however many workers look and however often its job runs', async () => {
  await feed.say(feed.support, 'Only once.')
  await feed.world.settled()
  const { house } = feed.world.running
  const [digest] = await feed.world.rows<{ id: string }>(
    'select event_id as id from mail_digests where order_id = $1',
    [feed.order],
  )
  await jump(feed.world, A_MINUTE)
  await Promise.all(Array.from({ length: 6 }, () => digestTimetable.act(house)))
  expect(one(await mailed(), BUYER).text).toContain('Only once.')
  await tell(house, { eventId: digest!.id })
  await aMinute()
  expect(await mailed()).toEqual({})
})
