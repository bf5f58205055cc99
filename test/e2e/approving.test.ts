import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { PUBLISH_BLUEPRINT, step } from '../catalogue/a-service.js'
import { APPROVE, CLAIM, SERVICE, SUBMIT, submitted } from '../onboarding/a-document.js'
import type { Caller } from '../support/caller.js'
import { describeInBrowser, openBrowser, type OpenBrowser, seen } from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { choose, inOffice, press } from './back-office.js'
import { DESK, faultsInEveryLook } from './looks.js'
import { orderAsKept } from './order-as-kept.js'

jest.setTimeout(240_000)

const FELIX = 'fulfilment@demo.test'
const AUDIT = 'Audit the website'
const TERMS = 'Choose the search terms'
const COPY = 'Write the landing page'
const LISTINGS = 'Claim the business listings'

describeInBrowser('approving shows the tasks that it begins', () => {
  let world: World
  let browser: OpenBrowser
  let ada: Page
  let admin: Caller

  beforeAll(async () => {
    world = await openWorld()
    admin = await world.as('admin@demo.test')
    browser = await openBrowser(world.address)
    ada = await inOffice(browser, 'admin@demo.test', { viewport: DESK })
  })
  afterAll(async () => {
    expect(browser?.troubles).toEqual([])
    await browser?.close()
    await world?.close()
  })

  const idOf = async (name: string) =>
    (await world.rows<{ id: string }>('select id from users where name = $1', [name]))[0]!.id
  /** The dialog in which a document that waits is approved. */
  const approval = async (documentId: string) => {
    await ada.goto(`/admin/#/onboardingDocuments/${documentId}/show`)
    await press(ada, 'Claim')
    await ada.getByRole('button', { name: 'Approve…' }).click()
    const dialog = ada.getByRole('dialog')
    await seen(dialog)
    return dialog
  }

  test('after a reopening as they stand: each goes on with its person, unless somebody is chosen', async () => {
    const { id, orderId, recipient, sent, revisionId } = await submitted(world)
    const order = orderAsKept(world, orderId)
    const felix = await idOf('Felix Brandt')
    const d = ['audit', 'keywords', 'copy', 'listings'].map((stepKey) => ({ stepKey, assigneeId: felix }))
    await admin.ask(CLAIM, { id })
    await admin.ask(APPROVE, { id, r: revisionId, d })
    await order.finish(AUDIT, FELIX)
    await begin(orderId)
    await admin.ask('mutation($id: ID!) { reopenOnboarding(id: $id, reason: "Moved house.") { status } }', {
      id,
    })
    await recipient.ask(SUBMIT, { ...sent, k: null })
    const dialog = await approval(id)
    await seen(dialog.getByText('Done · Felix Brandt'))
    expect(await dialog.getByRole('combobox', { name: `Who does: ${AUDIT}` }).count()).toBe(0)
    await seen(dialog.getByRole('combobox', { name: `Who does: ${TERMS}` }).getByText('Felix Brandt'))
    expect(await faultsInEveryLook(ada, 'admin-approve-again')).toEqual([])
    await choose(ada, { [LISTINGS]: 'Hugo Pires' })
    await press(dialog, 'Approve')
    await seen(ada.getByText('Approved', { exact: true }))
    expect(await order.task(AUDIT)).toEqual({ status: 'DONE', assignee: 'Felix Brandt' })
    expect(await order.task(TERMS)).toEqual({ status: 'IN_PROGRESS', assignee: 'Felix Brandt' })
    expect(await order.task(COPY)).toEqual({ status: 'ASSIGNED', assignee: 'Felix Brandt' })
    expect(await order.task(LISTINGS)).toEqual({ status: 'ASSIGNED', assignee: 'Hugo Pires' })
  })

  test('of the version that was sold, though a newer one, published since, has other steps', async () => {
    const { id, orderId } = await submitted(world)
    const [service] = await world.rows<{ id: string }>('select id from services where name = $1', [SERVICE])
    await admin.ask(PUBLISH_BLUEPRINT, { id: service!.id, s: [step('everything', { title: 'All at once' })] })
    const dialog = await approval(id)
    await seen(dialog.getByText(AUDIT, { exact: true }))
    expect(await dialog.getByText('All at once').count()).toBe(0)
    await choose(ada, { [AUDIT]: 'Felix Brandt', [TERMS]: 'Hugo Pires' })
    await press(dialog, 'Approve')
    await seen(ada.getByText('Approved', { exact: true }))
    const order = orderAsKept(world, orderId)
    expect(await order.task(AUDIT)).toEqual({ status: 'ASSIGNED', assignee: 'Felix Brandt' })
    expect(await order.task(TERMS)).toEqual({ status: 'ASSIGNED', assignee: 'Hugo Pires' })
  })

  /** Felix begins to choose the search terms. */
  async function begin(orderId: string): Promise<void> {
    const person = await world.as(FELIX)
    const [task] = await world.rows<{ id: string }>(
      'select id from tasks where order_id = $1 and title = $2',
      [orderId, TERMS],
    )
    await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id: task!.id })
  }
})
