import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { aPdf, aPng } from '../files/sample-files.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  openPage,
  remember,
  seen,
  shoot,
  signInToBackOffice,
  signInToPortal,
  stillTheSame,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { choose, countOf, openQueue, press, queueCounts } from './back-office.js'
import { linkIn } from './mailbox.js'
import { orderAsKept } from './order-as-kept.js'

jest.setTimeout(180_000)

const SERVICE = 'Local search optimisation'
const ELM = 'Elm Street Dental'
const GOALS = 'What should people find you for?'
const COPY = 'Write the landing page'

/** One order's whole way, told by what each person sees; every test goes on where the one before ended. */
describeInBrowser('an order from purchase to delegated tasks, followed live by all', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page
  let ada: Page
  let orderPage: Page
  let form: Page
  let before: { waiting: number; toVerify: number }
  let orderId: string

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    nora = await browser.visit('/portal/')
    ada = await browser.visit('/admin/')
  })
  afterAll(async () => {
    await browser?.close()
    expect(await world?.ledgerFaults()).toEqual([])
    await world?.close()
  })

  const order = () => orderAsKept(world, orderId)
  let lost = false
  /** A part of the story: there is nothing to tell once an earlier part went wrong. */
  const tell = async (part: () => Promise<void>) => {
    if (lost) throw new Error('An earlier part of the story went wrong.')
    lost = true
    await part()
    lost = false
  }

  test('an agency owner fills the cart; a contact without an address is refused by name', () =>
    tell(async () => {
      await signInToPortal(nora, 'agency@demo.test')
      await nora.getByRole('link', { name: 'Catalogue' }).click()
      await nora.getByRole('button', { name: `Add to cart: ${SERVICE}` }).click()
      const dialog = nora.getByRole('dialog')
      await dialog.getByLabel('Who is it for?').selectOption(ELM)
      await dialog.getByLabel(`Somebody at ${ELM}`).check()
      await dialog.getByLabel('Person').selectOption('Rita Cole · no e-mail address')
      await dialog.getByRole('button', { name: 'Add to cart' }).click()
      await seen(dialog.getByText(/Rita Cole has no e-mail address/))
      await shoot(nora, 'portal-contact-refused')
      await dialog.getByLabel('Person').selectOption('Diego Alvarez · diego@elm-dental.test')
      await dialog.getByRole('button', { name: 'Add to cart' }).click()
      await seen(nora.getByText(`${SERVICE} is in the cart.`))
      await shoot(nora, 'portal-catalogue')
      await nora.getByRole('link', { name: 'Go to the cart' }).click()
      await seen(nora.getByText('The form goes to Diego Alvarez, diego@elm-dental.test.'))
      expect(await nora.getByText('Rita Cole').count()).toBe(0)
    }))

  test('checks out with the invitation ticked; the back office counts it without reload', () =>
    tell(async () => {
      await signInToBackOffice(ada, 'admin@demo.test')
      await seen(ada.getByText('Live', { exact: true }))
      await remember(ada)
      before = {
        waiting: await countOf(ada, 'Awaiting payment'),
        toVerify: await countOf(ada, 'To verify'),
      }
      await nora.getByLabel(`Invite ${ELM} to their dashboard`).check()
      await nora.getByLabel('I accept the terms of use').check()
      await shoot(nora, 'portal-cart')
      await nora.getByRole('button', { name: 'Place the order' }).click()
      await seen(nora.getByRole('heading', { name: 'Pay', exact: true }))
      orderId = new URL(nora.url()).searchParams.get('orders')!
      await queueCounts(ada, 'Awaiting payment', before.waiting + 1)
      expect(await order().status()).toBe('AWAITING_PAYMENT')
    }))

  test('a refused payment says so and may be tried again; the order page opens live', () =>
    tell(async () => {
      orderPage = await openPage(nora.context(), `/portal/orders/${orderId}`)
      await seen(orderPage.getByText('Live', { exact: true }))
      await seen(orderPage.getByText('Awaiting payment').first())
      await remember(orderPage)
      await nora.getByRole('radio', { name: /^Declined/ }).check()
      await nora.getByRole('button', { name: /^Pay / }).click()
      await seen(nora.getByText(/The last payment failed\./))
      await shoot(nora, 'portal-pay-refused')
      expect(await order().status()).toBe('AWAITING_PAYMENT')
      await nora.getByRole('radio', { name: /^Works/ }).check()
      await nora.getByRole('button', { name: /^Pay / }).click()
      await seen(nora.getByText('Paid. The work has started.'))
      await shoot(nora, 'portal-paid')
      await seen(orderPage.getByText('Awaiting onboarding').first())
      await seen(orderPage.getByText('The payment is final. The work begins.'))
      await seen(orderPage.getByText('Paid and held for this order'))
      await queueCounts(ada, 'Awaiting payment', before.waiting)
      expect(await order().status()).toBe('OPEN')
      expect(await stillTheSame(orderPage)).toBe(true)
      await shoot(orderPage, 'portal-order-open')
    }))

  test('the recipient follows the mailed link, and a draft is kept', () =>
    tell(async () => {
      form = await browser.visit(await linkIn(world, 'diego@elm-dental.test', 'onboarding-request'))
      await shoot(form, 'portal-form-link')
      await form.getByRole('button', { name: 'Open your form' }).click()
      await form.getByLabel('What is the business called?').fill(ELM)
      await form.getByLabel('Whom may we ask about details?').fill('diego@elm-dental.test')
      await form.getByLabel('My town').check()
      await form.getByRole('radio', { name: 'Yes' }).check()
      await form.getByRole('button', { name: 'Save draft' }).click()
      await seen(form.getByText(/^Saved/))
      expect(await order().document()).toBe('DRAFT')
      await seen(orderPage.getByText('Form begun'))
      await form.reload()
      expect(await form.getByLabel('What is the business called?').inputValue()).toBe(ELM)
      await remember(form)
    }))

  test('real files arrive; one that lies is refused at its field and the draft is still there', async () => {
    const question = form.getByRole('group', { name: 'Briefs or brand guidelines' })
    const choice = question.locator('input[type=file]')
    const attach = (name: string, mimeType: string, buffer: Buffer) =>
      choice.setInputFiles([{ name, mimeType, buffer }])
    await attach('brief.pdf', 'application/pdf', aPdf('Elm Street'))
    await seen(question.getByRole('link', { name: 'Open brief.pdf' }))
    await attach('logo.png', 'image/png', aPng())
    await seen(question.getByRole('link', { name: 'Open logo.png' }))
    await attach('contract.pdf', 'application/pdf', Buffer.from('<script>alert(1)</script>'))
    await seen(question.getByRole('alert').getByText(/not what its name says/))
    await shoot(form, 'portal-form-lying-file')
    expect(await form.getByLabel('What is the business called?').inputValue()).toBe(ELM)
    await question.getByRole('button', { name: 'Remove contract.pdf' }).click()
    await gone(question.getByText('contract.pdf'))
  })

  test('a missing answer is refused at its field; then the form is submitted', () =>
    tell(async () => {
      await form.getByRole('button', { name: 'Review and submit' }).click()
      await seen(form.getByText('One answer needs another look'))
      await seen(form.locator('#field-goals .field-problem'))
      await shoot(form, 'portal-form-missing-answer')
      await form.getByLabel(GOALS).fill('Everything we do')
      await form.getByRole('button', { name: 'Review and submit' }).click()
      await seen(form.getByRole('heading', { name: 'Look it over' }))
      await shoot(form, 'portal-form-look-over')
      await form.getByRole('button', { name: 'Submit the form' }).click()
      await seen(form.getByText('Submitted. Thank you!'))
      await queueCounts(ada, 'To verify', before.toVerify + 1)
      await seen(orderPage.getByText('Form submitted'))
      expect(await order().document()).toBe('SUBMITTED')
      expect(await stillTheSame(ada)).toBe(true)
      await shoot(ada, 'admin-home')
    }))

  test('an admin claims it, sees the files in place, and sends it back with an issue', () =>
    tell(async () => {
      await openQueue(ada, 'To verify')
      await ada.getByRole('cell', { name: ELM }).first().click()
      await press(ada, 'Claim')
      await seen(ada.getByText(/With Ada Okafor/))
      await seen(form.getByText('In review', { exact: true }))
      await ada.getByRole('tab', { name: 'logo.png' }).click()
      await seen(ada.getByRole('img', { name: 'logo.png' }))
      const picture = `document.querySelector('img[alt="logo.png"]')`
      expect(await ada.evaluate(`${picture}.decode().then(() => ${picture}.naturalWidth)`)).toBe(4)
      await ada.getByRole('tab', { name: 'brief.pdf' }).click()
      await seen(ada.locator('iframe[title="brief.pdf"]'))
      await ada.getByRole('button', { name: `Mark issue: ${GOALS}` }).click()
      await ada.getByLabel(`What is wrong with: ${GOALS}`).fill('Please name the three that matter most.')
      await shoot(ada, 'admin-verify')
      await ada.getByRole('button', { name: 'Send back (1)' }).click()
      await seen(form.getByText('One thing to change'))
      await seen(form.locator('#field-goals').getByText('Please name the three that matter most.'))
      await shoot(form, 'portal-form-issue')
      await seen(orderPage.getByText('Changes requested').first())
      expect(await order().document()).toBe('CHANGES_REQUESTED')
      expect(await stillTheSame(form)).toBe(true)
    }))

  test('the recipient mends it; the admin approves and delegates to chosen people in one go', () =>
    tell(async () => {
      await form.getByLabel(GOALS).fill('Implants, whitening, check-ups')
      await form.getByRole('button', { name: 'Review and submit' }).click()
      await form.getByRole('button', { name: 'Submit the form' }).click()
      await seen(form.getByText('Submitted. Thank you!'))
      await press(ada, 'Claim')
      await seen(ada.getByText('Implants, whitening, check-ups').first())
      await ada.getByRole('button', { name: 'Approve…' }).click()
      await choose(ada, {
        'Audit the website': 'Felix Brandt',
        'Choose the search terms': 'Hugo Pires',
        [COPY]: 'Felix Brandt',
        'Claim the business listings': 'Hugo Pires',
      })
      await shoot(ada, 'admin-approve')
      await press(ada.getByRole('dialog'), 'Approve')
      await seen(form.getByText('Approved', { exact: true }).first())
      await seen(orderPage.getByText('In progress').first())
      expect(await order().task('Audit the website')).toEqual({
        status: 'ASSIGNED',
        assignee: 'Felix Brandt',
      })
      expect(await order().task('Choose the search terms')).toEqual({
        status: 'ASSIGNED',
        assignee: 'Hugo Pires',
      })
      expect(await order().task(COPY)).toEqual({ status: 'ASSIGNED', assignee: 'Felix Brandt' })
      expect(await stillTheSame(ada)).toBe(true)
    }))

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
