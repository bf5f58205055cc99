import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { aPdf } from '../files/sample-files.js'
import { ADMIN, anOnboarding, upload } from '../onboarding/a-document.js'
import { aFinishedOrder, anOrderAtWork, DELIVER, finishWork, HOLD, RESUME } from '../orders/a-delivery.js'
import { aPaidOrder, pay, placeOrders } from '../support/shopping.js'
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
import { faultsOf, PHONE, widthOf } from './looks.js'
import { linkIn } from './mailbox.js'
import { orderAsKept } from './order-as-kept.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(180_000)

/** Pays, and refuses to give back. */
const REFUND_REFUSED = 'tok_refund_refused'
const WHY = 'The client has closed the shop.'

describeInBrowser('a buyer on the page of an order', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const button = (name: string) => nora.getByRole('button', { name, exact: true })
  const dialog = () => nora.getByRole('dialog')

  /** Opens an order's page, once it is live. */
  async function open(orderId: string): Promise<void> {
    await nora.goto(`/portal/orders/${orderId}`)
    await seen(nora.getByText('Live', { exact: true }))
    await remember(nora)
  }

  /** The team hands the work over, with a file. */
  async function deliver(orderId: string, summary: string, file: string): Promise<void> {
    const admin = await world.as(ADMIN)
    const fileId = await upload(admin, world.address, file, aPdf(summary))
    await admin.ask(DELIVER, { id: orderId, s: summary, f: [fileId] })
    await world.settled()
  }

  test('gets the work with its files, asks for a revision, gets it again and confirms, without reloading', async () => {
    const orderId = await aFinishedOrder(world)
    await open(orderId)
    await seen(nora.getByText('All tasks of this order are done.'))
    await deliver(orderId, 'The page is live, and so are both listings.', 'report.pdf')
    await seen(nora.getByText('Your answer, please'))
    await seen(nora.getByText(/Without an answer by \d+ \w+ \d{4}.* it counts as confirmed/))
    await seen(nora.getByText('2 revisions are included.'))
    await seen(nora.getByText(/“.*”, \d+ \w+ \d{4}/))
    await shoot(nora, 'portal-order-delivered')
    const [download] = await Promise.all([
      nora.waitForEvent('download'),
      nora.getByRole('link', { name: 'Download report.pdf' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('report.pdf')

    await button('Ask for a revision').click()
    await dialog().getByRole('button', { name: 'Send it to our team' }).click()
    await seen(dialog().getByText('Say what shall be changed.'))
    await dialog().getByLabel('Changes').fill('The phone number is the old one.')
    await shoot(nora, 'portal-revision-asked')
    await dialog().getByRole('button', { name: 'Send it to our team' }).click()
    await gone(dialog())
    await seen(nora.getByText(/You asked for changes on/))
    await gone(nora.getByText('Your answer, please'))
    expect(await orderAsKept(world, orderId).status()).toBe('OPEN')

    await finishWork(world, orderId)
    await deliver(orderId, 'The number is right now.', 'report-2.pdf')
    await seen(nora.getByRole('heading', { name: /^Delivery 2/ }))
    await seen(nora.getByText('One more revision is included.'))
    await shoot(nora, 'portal-order-delivered-again')
    await button('Confirm the delivery').click()
    await seen(dialog().getByText(/held for it becomes ours/))
    await dialog().getByRole('button', { name: 'Yes, confirm' }).click()
    await seen(nora.getByText('Completed').first())
    await seen(nora.getByText('Settled: it was for the work, which is done'))
    expect(await orderAsKept(world, orderId).status()).toBe('COMPLETED')
    expect(await stillTheSame(nora)).toBe(true)
    await shoot(nora, 'portal-order-completed')
  })

  test('cancels while nothing has started, is told before what comes back, and sees it come', async () => {
    const orderId = await aPaidOrder(world)
    await open(orderId)
    await button('Cancel the order…').click()
    const told = dialog().getByText(/goes back to you, the way it came/)
    await seen(told)
    const amount = /^(\S+)/.exec(await told.innerText())![1]!
    await dialog().getByRole('button', { name: 'Cancel the order' }).click()
    await seen(dialog().getByText('Say why, in a sentence.'))
    await dialog().getByLabel('Why?').fill(WHY)
    await shoot(nora, 'portal-cancel-dialog')
    await dialog().getByRole('button', { name: 'Cancel the order' }).click()
    await gone(dialog())
    await seen(nora.getByText('Cancelled', { exact: true }).first())
    await seen(nora.getByText(WHY))
    await seen(nora.getByText(/Back with you since/))
    await seen(nora.getByText('All of it went back to you'))
    const refund = nora.locator('li').filter({ hasText: 'Back with you since' })
    expect(await refund.innerText()).toContain(amount)
    expect(await button('Cancel the order…').count()).toBe(0)
    expect(await stillTheSame(nora)).toBe(true)
    await shoot(nora, 'portal-order-cancelled')
  })

  test('cancels before paying, and nothing has to come back', async () => {
    const [orderId] = await placeOrders(await world.as('agency@demo.test'), [
      { service: 'Local search optimisation' },
    ])
    await open(orderId!)
    await button('Cancel the order…').click()
    await seen(dialog().getByText(/Nothing was paid/))
    await dialog().getByLabel('Why?').fill(WHY)
    await dialog().getByRole('button', { name: 'Cancel the order' }).click()
    await seen(nora.getByText('Cancelled', { exact: true }).first())
    expect(await orderAsKept(world, orderId!).status()).toBe('CANCELLED')
  })

  test('is told why not once the work has begun, and that an order is held and goes on', async () => {
    const orderId = await anOrderAtWork(world)
    await open(orderId)
    const cancel = button('Cancel the order…')
    await seen(cancel)
    expect(await cancel.getAttribute('aria-disabled')).toBe('true')
    await seen(nora.getByText(/The work has begun, so you can’t cancel by yourself/))
    const admin = await world.as(ADMIN)
    await admin.ask(HOLD, { id: orderId, r: 'The domain has to move first.' })
    await seen(nora.getByText(/^On hold since/))
    await seen(nora.getByText('The domain has to move first.'))
    await shoot(nora, 'portal-order-held')
    await admin.ask(RESUME, { id: orderId })
    await gone(nora.getByText(/^On hold since/))
    expect(await stillTheSame(nora)).toBe(true)
  })

  test('sees a refund that the gateway refuses, in words, and that it is tried again', async () => {
    const [orderId] = await placeOrders(await world.as('agency@demo.test'), [
      { service: 'Local search optimisation' },
    ])
    await pay(await world.as('agency@demo.test'), orderId!, REFUND_REFUSED)
    await world.settled()
    await open(orderId!)
    await button('Cancel the order…').click()
    await dialog().getByLabel('Why?').fill(WHY)
    await dialog().getByRole('button', { name: 'Cancel the order' }).click()
    await seen(nora.getByText(/Refused by the payment provider on .*We try again on/))
    await seen(nora.getByText('Your money has not come back yet'))
    await shoot(nora, 'portal-refund-refused')
    expect(await orderAsKept(world, orderId!).status()).toBe('CANCELLED')
  })

  test('sends the request again, asks somebody else, and fills the form in for the client', async () => {
    const { orderId, id } = await anOnboarding(world)
    const unused = await linkIn(world, 'client@demo.test', 'onboarding-request')
    await open(orderId)
    await seen(nora.getByText('Clara Hughes has the form and has not begun.'))
    await button('Send it again').click()
    await seen(nora.getByText(/^Sent to Clara Hughes again/))
    await world.settled()
    const clara = await browser.visit(await linkIn(world, 'client@demo.test', 'onboarding-request'))
    await clara.getByRole('button', { name: 'Open your form' }).click()
    await seen(clara.getByRole('button', { name: 'Save draft' }))
    await button('Ask somebody else').click()
    await seen(dialog().getByText('There is nobody else here yet.'))
    await dialog().getByLabel('At').selectOption('Northwind Agency')
    await shoot(nora, 'portal-recipient-dialog')
    await dialog().getByRole('button', { name: 'Ask this person' }).click()
    await gone(dialog())
    await seen(nora.getByText(/^Nora Winter is asked now/))
    await seen(nora.getByText('The form is yours to fill in.'))
    await seen(nora.getByText('You do', { exact: true }))
    await seen(clara.getByText('Open the newest link from your mail'))
    await shoot(clara, 'portal-form-ended')
    await clara.goto(unused)
    await clara.getByRole('button', { name: 'Open your form' }).click()
    await clara.getByRole('button', { name: 'Mail me a fresh link' }).click()
    await seen(clara.getByText('This link opens nothing any more'))
    await shoot(clara, 'portal-link-over')
    expect(await linkIn(world, 'agency@demo.test', 'onboarding-request')).toContain('#token=')

    await button('Ask somebody else').click()
    await dialog().getByLabel('At').selectOption('Harbour Bakery')
    await dialog().getByRole('button', { name: 'Ask this person' }).click()
    await seen(nora.getByText('Clara Hughes has the form and has not begun.'))
    await nora.getByRole('link', { name: 'Fill it in for Harbour Bakery' }).click()
    await seen(nora.getByText(/^Clara Hughes was asked for this/))
    await nora.getByLabel('What is the business called?').fill('Harbour Bakery')
    await nora.getByLabel('Whom may we ask about details?').fill('clara@harbour-bakery.test')
    await nora.getByLabel('What should people find you for?').fill('Sourdough')
    await nora.getByLabel('My town').check()
    await nora.getByRole('radio', { name: 'Yes' }).check()
    const files = nora.getByRole('group', { name: 'Briefs or brand guidelines' })
    await files
      .locator('input[type=file]')
      .setInputFiles([{ name: 'brief.pdf', mimeType: 'application/pdf', buffer: aPdf('Harbour') }])
    await seen(files.getByRole('link', { name: 'Open brief.pdf' }))
    await shoot(nora, 'portal-form-for-client')
    await nora.getByRole('button', { name: 'Review and submit' }).click()
    await nora.getByRole('button', { name: 'Submit the form' }).click()
    await seen(nora.getByText('Submitted. Thank you!'))
    const [document] = await world.rows<{ status: string; by: string }>(
      `select d.status, u.name as by from onboarding_documents d join onboarding_revisions r on r.id = d.newest_revision_id
        join users u on u.id = r.submitted_by_id where d.id = $1`,
      [id],
    )
    expect(document).toEqual({ status: 'SUBMITTED', by: 'Nora Winter' })
  })

  test.each(['light', 'dark'] as const)(
    'reads well for everybody, %s, and on a telephone',
    async (colorScheme) => {
      const orderId = await aFinishedOrder(world)
      await deliver(orderId, 'All of it.', 'report.pdf')
      const page = await browser.visit(`/portal/orders/${orderId}`, { colorScheme, viewport: PHONE })
      await signInToPortal(page, 'agency@demo.test')
      await seen(page.getByText('Your answer, please'))
      const faults = await faultsOf(page, `order-delivered-${colorScheme}`)
      await shoot(page, `portal-order-delivered-phone-${colorScheme}`)
      await page.getByRole('button', { name: 'Ask for a revision' }).click()
      await seen(page.getByRole('dialog'))
      faults.push(...(await faultsOf(page, `revision-${colorScheme}`)))
      await shoot(page, `portal-revision-phone-${colorScheme}`)
      await page.keyboard.press('Escape')
      await gone(page.getByRole('dialog'))
      const waiting = await anOnboarding(world)
      await page.goto(`/portal/orders/${waiting.orderId}`)
      await page.getByRole('button', { name: 'Cancel the order…' }).click()
      await seen(page.getByRole('dialog'))
      faults.push(...(await faultsOf(page, `cancel-${colorScheme}`)))
      await shoot(page, `portal-cancel-phone-${colorScheme}`)
      expect(faults).toEqual([])
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
    },
  )

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
