import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { linkIn } from '../e2e/mailbox.js'
import { press } from '../e2e/back-office.js'
import { aPdf, aPng } from '../files/sample-files.js'
import { anOnboarding, BAKER } from '../onboarding/a-document.js'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { startSwift, type SwiftServer } from './swift-server.js'

describeInBrowser('pages of a house whose files lie in a bucket', () => {
  let swift: SwiftServer
  let world: World
  let browser: OpenBrowser
  let form: Page
  let documentId: string

  beforeAll(async () => {
    swift = await startSwift()
    world = await openWorld(swift.settings)
    browser = await openBrowser(world.address)
    documentId = (await anOnboarding(world)).id
    form = await browser.visit(await linkIn(world, BAKER, 'onboarding-request'))
    await press(form, 'Open your form')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
    await swift?.close()
  })

  /** What went wrong on any page, but that files are sent to and read from the bucket, which is what they should. */
  const troubles = () =>
    browser.troubles.filter((one) => !one.startsWith(`A request leaves: ${swift.s3.endpoint}/`))

  test('a browser sends straight to the bucket, past other origins and the rules of our pages', async () => {
    const input = form.locator('input[type=file]').first()
    await input.setInputFiles([{ name: 'brief.pdf', mimeType: 'application/pdf', buffer: aPdf() }])
    await seen(form.getByRole('link', { name: 'Open brief.pdf' }))
    await input.setInputFiles([{ name: 'logo.png', mimeType: 'image/png', buffer: aPng() }])
    await seen(form.getByRole('link', { name: 'Open logo.png' }))
    const sent = browser.troubles.filter((one) => one.startsWith(`A request leaves: ${swift.s3.endpoint}/`))
    expect(sent.length).toBeGreaterThan(1)
    expect(troubles()).toEqual([])
  })

  test('the back office shows a picture from the bucket in place', async () => {
    await press(form, 'Save draft')
    await seen(form.getByText(/^Saved/))
    const ada = await browser.visit(`/admin/#/onboardingDocuments/${documentId}/show`)
    await signInToBackOffice(ada, 'admin@demo.test')
    await ada.getByRole('tab', { name: 'logo.png' }).click()
    const picture = ada.getByRole('img', { name: 'logo.png' })
    await seen(picture)
    await ada.waitForFunction('document.querySelector("img[alt=\'logo.png\']").naturalWidth === 4')
    await shoot(ada, 'admin-verify-from-bucket')
    expect(troubles()).toEqual([])
  })
})
