import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { aPdf } from '../files/sample-files.js'
import { AGENCY, BAKER } from '../onboarding/a-document.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  remember,
  seen,
  shoot,
  signInToPortal,
  stillTheSame,
} from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { DESK, faultsOf, PHONE, widthOf } from './looks.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(180_000)

const SUPPORT = 'support@demo.test'
const POST =
  'mutation($o: ID!, $b: String!, $v: Visibility!) { postMessage(orderId: $o, body: $b, visibility: $v) { id sequence } }'
const CALENDAR =
  'mutation { addCalendar(name: "Mondays", timeZone: "UTC", intervals: [{ weekday: MONDAY, from: "09:00", until: "12:30" }]) { id } }'
const TYPE = 'mutation($o: ID!) { noteTyping(orderId: $o, visibility: BUYER) }'
const WATCH = 'subscription($o: ID!) { feedPresence(orderId: $o) { people { name isPresent } } }'
const READ = 'mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id } }'
const NEWEST = 'query($o: ID!) { order(id: $o) { activity(first: 1) { nodes { sequence } } } }'

describeInBrowser('the feed in the portal', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page
  let orderId: string

  beforeAll(async () => {
    world = await openWorld()
    orderId = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser, { viewport: DESK })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const button = (name: string) => nora.getByRole('button', { name, exact: true })
  const kind = (name: string) => nora.locator('.kinds label').filter({ hasText: name })
  const bubbleOf = (page: Page, text: string) => page.locator('.bubble').getByText(text)
  const bubble = (text: string) => bubbleOf(nora, text)
  const support = () => world.as(SUPPORT)

  async function open(): Promise<void> {
    await nora.goto(`/portal/orders/${orderId}`)
    await seen(nora.getByText('Live', { exact: true }))
    await remember(nora)
  }

  test('a question is asked; it is seen who writes, the answer comes live, and the question is marked as read', async () => {
    await open()
    await kind('Question').click()
    await seen(nora.getByText('A person answers within 10 to 20 minutes.').first())
    await nora.getByLabel('Write to our team').fill('Which towns do you begin with?')
    await button('Ask').click()
    const mine = nora.locator('.feed > li').filter({ hasText: 'Which towns do you begin with?' })
    await seen(mine.getByText('Question', { exact: true }))
    await seen(mine.getByText('Sent', { exact: true }))
    await mine.scrollIntoViewIfNeeded() // whoever has the feed before their eyes follows it
    await seen(nora.getByText(/^You have asked us something\. A person answers by/))
    const sam = await support()
    const { order } = await sam.ask(NEWEST, { o: orderId })
    await sam.ask(READ, { o: orderId, n: order.activity.nodes[0].sequence })
    await seen(mine.getByText('Read by Sam Lindqvist'))
    await sam.ask(TYPE, { o: orderId })
    await seen(nora.getByText('Sam Lindqvist is writing…'))
    await shoot(nora, 'portal-feed-typing')
    await sam.ask(POST, { o: orderId, b: 'With Bremen.', v: 'BUYER' })
    await seen(bubble('With Bremen.'))
    await gone(nora.getByText('Sam Lindqvist is writing…'))
    await gone(nora.getByText(/^You have asked us something/))
    expect(await stillTheSame(nora)).toBe(true)
  })

  test('who asks for the status has a card of it at once, by the composer and by one press', async () => {
    await open()
    const cards = nora.locator('.status-card')
    const before = await cards.count()
    await button('What is the latest?').click()
    await seen(nora.getByText(/The state as it is now stands in the activity below/))
    await seen(cards.nth(before))
    await kind('Status').click()
    await button('Ask for the status').click()
    await seen(cards.nth(before + 1))
    const kinds = await world.rows<{ kind: string }>(
      `select kind from messages where order_id = $1 and kind = 'STATUS_REQUEST'`,
      [orderId],
    )
    expect(kinds).toHaveLength(2)
    await shoot(nora, 'portal-feed-status')
  })

  test('files go with a message, alone if need be, and are opened by whoever may read it', async () => {
    await open()
    const [chooser] = await Promise.all([nora.waitForEvent('filechooser'), button('Attach files').click()])
    await chooser.setFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: aPdf('The plan') })
    await seen(nora.getByRole('button', { name: 'Remove plan.pdf' }))
    await shoot(nora, 'portal-feed-attach')
    await button('Send').click()
    const [download] = await Promise.all([
      nora.waitForEvent('download'),
      nora.getByRole('link', { name: 'Download plan.pdf' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('plan.pdf')
    await seen(nora.locator('.feed').getByText('plan.pdf'))
    await gone(nora.getByRole('button', { name: 'Remove plan.pdf' })) // it may be read before its sender is answered
    await button('Send').click()
    await seen(nora.getByText('Write something first.'))
  })

  /** The answer to the next mark of what Nora has read. */
  const marking = () => nora.waitForResponse((answer) => /MarkRead/.test(answer.request().postData() ?? ''))
  const lookAtFeed = () => nora.locator('.feed > li').first().scrollIntoViewIfNeeded()

  test('what is new is counted at the order and by the bell, and is read by reading the feed', async () => {
    await world.settled()
    const before = marking()
    await open()
    await lookAtFeed()
    await before // only what comes after it is new
    await nora.goto('/portal/catalogue')
    await seen(nora.getByRole('heading', { name: 'Catalogue', level: 1 }))
    const bell = nora.getByRole('button', { name: /^Notifications/ })
    await bell.click()
    await seen(nora.locator('.bell-panel').locator('.notification, p.muted'))
    if (await button('Mark all as read').count()) await button('Mark all as read').click()
    await seen(nora.getByRole('button', { name: 'Notifications', exact: true }))
    await nora.keyboard.press('Escape')
    const sam = await support()
    await sam.ask(POST, { o: orderId, b: 'The first draft is with Felix.', v: 'BUYER' })
    await world.settled()
    await seen(nora.getByRole('button', { name: 'Notifications, 1 new' }))
    await bell.click()
    const told = nora.getByRole('link', { name: /Sam Lindqvist wrote to you: The first draft is with Felix/ })
    await seen(told)
    await shoot(nora, 'portal-bell')
    expect(await faultsOf(nora, 'bell')).toEqual([])
    await nora.keyboard.press('Escape')
    await nora.goto('/portal/')
    await seen(nora.locator('.order-card').getByText(/^\d+ new$/))
    await shoot(nora, 'portal-orders-unread')
    await bell.click()
    const marked = marking()
    await told.click()
    await seen(nora.getByText('Live', { exact: true }))
    await seen(nora.getByText('New since you were here'))
    await shoot(nora, 'portal-feed-new')
    await lookAtFeed()
    await marked
    await seen(nora.getByRole('button', { name: 'Notifications', exact: true }))
    const { order } = await (
      await world.as(AGENCY)
    ).ask('query($o: ID!) { order(id: $o) { unread } }', { o: orderId })
    expect(order.unread).toBe(0)
  })

  test('what is typed while a message is on its way stays', async () => {
    const { promise: delay, resolve: letGo } = Promise.withResolvers<void>()
    await nora.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation PostMessage')) await delay
      await route.continue()
    })
    await open()
    const box = nora.getByLabel('Write to our team')
    await box.fill('The keys are at the desk.')
    const sending = nora.waitForRequest((one) => Boolean(one.postData()?.includes('mutation PostMessage')))
    await button('Send').click()
    await sending
    await box.pressSequentially(' Ask for')
    letGo()
    await seen(bubble('The keys are at the desk.'))
    await nora.unroute('**/graphql')
    await seen(nora.locator('textarea', { hasText: /^Ask for$/ }))
    expect(await box.inputValue()).toBe('Ask for')
  })

  test('who has the page open and the feed not before their eyes is not there, and hears of what comes', async () => {
    const page = await browser.visit(`/portal/orders/${orderId}`, { viewport: PHONE })
    await signInToPortal(page, AGENCY)
    await seen(page.getByText('Live', { exact: true }))
    const sam = await support()
    const feed = sam.follow<{ feedPresence: { people: { name: string; isPresent: boolean }[] } }>(WATCH, {
      o: orderId,
    })
    const isThere = (so: boolean) =>
      feed.until(
        (all) => all.at(-1)?.feedPresence.people.find((p) => p.name === 'Nora Winter')?.isPresent === so,
      )
    await nora.goto('/portal/catalogue') // her other window is elsewhere
    await page.locator('.feed > li').first().scrollIntoViewIfNeeded()
    await isThere(true)
    const before = await unheard()
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
    await isThere(false)
    await sam.ask(POST, { o: orderId, b: 'We have a date.', v: 'BUYER' })
    await seen(bubbleOf(page, 'We have a date.'))
    await world.settled()
    expect(await unheard()).toBe(before + 1)
    const read = page.waitForResponse((answer) => /MarkRead/.test(answer.request().postData() ?? ''))
    await page.locator('.feed > li').first().scrollIntoViewIfNeeded()
    await read
    expect(await unheard()).toBe(0)
    await Promise.all([feed.stop(), page.context().close()])
  })

  /** How many notifications of this order Nora has not read. */
  async function unheard(): Promise<number> {
    const mine = 'select id from users where email = $2'
    const text = `select from notifications where order_id = $1 and read_at is null and user_id = (${mine})`
    return (await world.rows(text, [orderId, AGENCY])).length
  }

  test('a concern is raised on an active service at any time, by its buyer and by whom it is for', async () => {
    await open()
    await nora.getByRole('link', { name: 'Raise a concern' }).first().click()
    await seen(nora.getByRole('heading', { name: 'Raise a concern', level: 1 }))
    expect(await nora.getByRole('radio', { name: /Local search optimisation/ }).isChecked()).toBe(true)
    await nora.getByRole('button', { name: 'Send it to our team' }).click()
    await seen(nora.getByText('Say what it is about, in a sentence or two.'))
    await nora.getByLabel('Your concern').fill('Nobody has told us the date.')
    await shoot(nora, 'portal-concern')
    await nora.getByRole('button', { name: 'Send it to our team' }).click()
    await seen(nora.getByText('Your concern is with our team'))
    await nora.getByRole('link', { name: 'To the order' }).click()
    await seen(bubble('Nobody has told us the date.'))

    const clara = await browser.visit('/portal/concern')
    await signInToPortal(clara, BAKER)
    await clara.getByRole('radio', { name: /Local search optimisation/ }).check()
    await clara.getByLabel('Your concern').fill('The telephone number is wrong.')
    await clara.getByRole('button', { name: 'Send it to our team' }).click()
    await seen(clara.getByText('Your concern is with our team'))
    const asked = await world.rows<{ visibility: string; kind: string }>(
      `select visibility, kind from messages where body like 'Nobody has told%' or body like 'The telephone%' order by posted_at`,
    )
    expect(asked).toEqual([
      { visibility: 'BUYER', kind: 'QUESTION' },
      { visibility: 'PARTIES', kind: 'QUESTION' },
    ])
    const waiting = await world.rows('select id from promises where order_id = $1 and answered_at is null', [
      orderId,
    ])
    expect(waiting).toHaveLength(1)
  })

  test('where we answer at some hours alone, these are said before anything is asked', async () => {
    const admin = await world.as('admin@demo.test')
    const { addCalendar } = await admin.ask(CALENDAR)
    await admin.ask('mutation($id: ID!) { useCalendar(id: $id) { id } }', addCalendar)
    await open()
    await seen(nora.getByText(/our team reads it Mon 09:00–12:30 \(UTC\)\./))
    await seen(nora.getByText(/^A person answers within 10 to 20 minutes of our hours: Mon 09:00/).first())
    expect(await nora.getByText(/around the clock|within 10 to 20 minutes\./).count()).toBe(0)
    await shoot(nora, 'portal-feed-hours')
  })

  test.each([
    ['light', DESK],
    ['dark', DESK],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const)('reads well for everybody, %s, %o', async (colorScheme, viewport) => {
    const page = await browser.visit(`/portal/orders/${orderId}`, { colorScheme, viewport })
    await signInToPortal(page, AGENCY)
    const device = viewport === PHONE ? 'phone' : 'desk'
    await seen(page.locator('.feed > li'))
    const faults = await faultsOf(page, 'feed')
    await shoot(page, `portal-feed-${device}-${colorScheme}`)
    await page.getByRole('button', { name: /^Notifications/ }).click()
    await seen(page.locator('.notification'))
    faults.push(...(await faultsOf(page, 'bell')))
    await shoot(page, `portal-bell-${device}-${colorScheme}`)
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
    await page.goto('/portal/concern')
    await seen(page.getByLabel('Your concern'))
    faults.push(...(await faultsOf(page, 'concern')))
    await shoot(page, `portal-concern-${device}-${colorScheme}`)
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
