import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { APPROVE, CLAIM, submitted } from '../onboarding/a-document.js'
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
import { openWorld, type World } from '../support/world.js'
import { atHome, countOf, handIn, openQueue, openTask, press, queueCounts, write } from './back-office.js'
import { orderAsKept } from './order-as-kept.js'

jest.setTimeout(180_000)

const COPY = 'Write the landing page'
const PEOPLE = {
  audit: 'fulfilment@demo.test',
  keywords: 'fulfilment3@demo.test',
  copy: 'fulfilment@demo.test',
  listings: 'fulfilment3@demo.test',
}

describeInBrowser('delegated work and talking about it', () => {
  let world: World
  let browser: OpenBrowser
  let orderId: string
  let order: ReturnType<typeof orderAsKept>

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    orderId = await approved(world)
    order = orderAsKept(world, orderId)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test('a fulfilment person finds their own tasks, starts one and hands it in', async () => {
    const page = await atHome(browser, 'fulfilment@demo.test')
    await shoot(page, 'admin-home-fulfilment')
    await openQueue(page, 'My tasks')
    await seen(page.getByRole('cell', { name: COPY }))
    expect(await page.getByRole('cell', { name: 'Hugo Pires' }).count()).toBe(0)
    await shoot(page, 'admin-tasks')
    await openTask(page, 'Audit the website')
    await press(page, 'Start')
    await seen(page.getByRole('button', { name: 'Submit', exact: true }))
    await shoot(page, 'admin-task')
    await handIn(page)
    await seen(page.getByText('Done', { exact: true }))
    expect((await order.task('Audit the website')).status).toBe('DONE')
  })

  test('work for a second pair of eyes is returned, mended and accepted, each side seeing it live', async () => {
    await world.settled()
    await order.finish('Choose the search terms', 'fulfilment3@demo.test')
    const felix = await atHome(browser, 'fulfilment@demo.test')
    const grace = await atHome(browser, 'fulfilment2@demo.test')
    const waiting = await countOf(grace, 'To accept')
    await openQueue(felix, 'My tasks')
    await openTask(felix, COPY)
    await press(felix, 'Start')
    await handIn(felix)
    await seen(felix.getByText('In review', { exact: true }))
    await queueCounts(grace, 'To accept', waiting + 1)
    await openQueue(grace, 'To accept')
    await openTask(grace, COPY)
    await press(grace, 'Return')
    await grace
      .getByRole('dialog')
      .getByLabel('What is missing or should change')
      .fill('The second heading is missing.')
    await press(grace.getByRole('dialog'), 'Return')
    await grace.waitForURL(/#\/tasks(\?|$)/) // the task is no longer hers to see
    await seen(felix.getByRole('button', { name: 'Submit', exact: true }))
    await seen(felix.getByText('The second heading is missing.'))
    await shoot(felix, 'admin-task-returned')
    await handIn(felix)
    await seen(felix.getByText('In review', { exact: true }))
    await grace.getByRole('menuitem', { name: 'Home' }).click()
    await queueCounts(grace, 'To accept', waiting + 1)
    await openQueue(grace, 'To accept')
    await openTask(grace, COPY)
    await press(grace, 'Accept')
    await gone(felix.getByText('In review', { exact: true }))
    expect((await order.task(COPY)).status).toBe('DONE')
    expect(await Promise.all([felix, grace].map(stillTheSame))).toEqual([true, true])
  })

  test('both sides write on the feed and read each other live; a note of ours stays with us', async () => {
    const ada = await atHome(browser, 'admin@demo.test')
    const orderPage = await browser.visit(`/portal/orders/${orderId}`)
    await signInToPortal(orderPage, 'agency@demo.test')
    await seen(orderPage.getByText('Live', { exact: true }))
    await remember(orderPage)
    await ada.goto(`/admin/#/orders/${orderId}/show`)
    await seen(ada.getByRole('heading', { name: 'Timeline' }))
    await orderPage.getByLabel('Write to our team').fill('When do you begin?')
    await orderPage.getByRole('button', { name: 'Send' }).click()
    await seen(ada.getByText('When do you begin?'))
    await write(ada, 'Only us (note)', 'They always ask.')
    await write(ada, 'The buyer and us', 'We have begun already.')
    await seen(orderPage.getByText('We have begun already.'))
    expect(await orderPage.getByText('They always ask.').count()).toBe(0)
    expect(await stillTheSame(orderPage)).toBe(true)
    await shoot(orderPage, 'portal-order')
    await shoot(ada, 'admin-order')
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})

/** An order whose form was approved, its tasks given to these people; gives its id. */
async function approved(world: World): Promise<string> {
  const { id, orderId, revisionId } = await submitted(world)
  const admin = await world.as('admin@demo.test')
  await admin.ask(CLAIM, { id })
  const staff = await world.rows<{ id: string; email: string }>('select id, email from users')
  const d = Object.entries(PEOPLE).map(([stepKey, email]) => ({
    stepKey,
    assigneeId: staff.find((one) => one.email === email)!.id,
  }))
  await admin.ask(APPROVE, { id, r: revisionId, d })
  await world.settled()
  return orderId
}
