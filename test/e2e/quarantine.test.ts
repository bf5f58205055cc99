import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type ClamdServer, startClamd } from '../files/clamd-server.js'
import { aPdf } from '../files/sample-files.js'
import { until } from '../funds/support/funds-house.js'
import { anOnboarding } from '../onboarding/a-document.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { faultsOf } from './looks.js'
import { linkIn } from './mailbox.js'

jest.setTimeout(180_000)

const CHECKED = /being checked for viruses/
const FOUND = /virus scanner found something/

describeInBrowser('an upload that is scanned', () => {
  let clamd: ClamdServer
  let world: World
  let browser: OpenBrowser
  let form: Page
  let documentId: string

  beforeAll(async () => {
    clamd = await startClamd()
    world = await openWorld({ CLAMD_URL: clamd.url })
    browser = await openBrowser(world.address)
    documentId = (await anOnboarding(world)).id
    form = await browser.visit(await linkIn(world, 'client@demo.test', 'onboarding-request'))
    await press(form, 'Open your form')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
    await clamd?.close()
  })

  const send = (name: string, buffer: Buffer) =>
    form.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/pdf', buffer })

  test('says that it is being checked, until it was', async () => {
    clamd.mood = 'error'
    await send('plan.pdf', aPdf())
    await seen(form.getByRole('status').filter({ hasText: CHECKED }))
    await seen(form.getByText('plan.pdf'))
    await shoot(form, 'portal-form-scanning')
    await until(
      async () => clamd.seen.refused,
      (refused) => refused > 0,
    )
    clamd.mood = 'well'
    await seen(form.getByRole('link', { name: 'Open plan.pdf' }))
    await gone(form.getByText(CHECKED))
    expect(clamd.seen.streams).toBeGreaterThan(1)
    await form.getByRole('button', { name: 'Remove plan.pdf' }).click()
    await gone(form.getByText('plan.pdf'))
  })

  test('and says at its field that something was found in it; there is nothing to open', async () => {
    await send('brief.pdf', aPdf('harmful'))
    await seen(form.getByRole('alert').filter({ hasText: FOUND }))
    expect(await form.getByRole('link', { name: /^Open / }).count()).toBe(0)
    await shoot(form, 'portal-form-quarantined')
    expect(await faultsOf(form)).toEqual([])
  })

  test('an ADMIN reads what was found, and has nothing to open either', async () => {
    await seen(form.getByText(/^Saved/).first())
    const ada = await browser.visit(`/admin/#/onboardingDocuments/${documentId}/show`)
    await signInToBackOffice(ada, 'admin@demo.test')
    await seen(ada.getByText(/It calls it Test\.Harmful/))
    expect(await ada.getByRole('link', { name: 'Download' }).count()).toBe(0)
    await shoot(ada, 'admin-verify-quarantined')
    expect(browser.troubles).toEqual([])
  })
})
