import type { BrowserContextOptions, Page } from 'playwright-core'
import { type OpenBrowser, seen, signInToPortal } from '../support/browser.js'
import { BUYER, CHANNEL } from '../support/campaigns.js'

/** A buyer of the demo world in a window of their own, at their orders. */
export function buyerInPortal(browser: OpenBrowser, options?: BrowserContextOptions): Promise<Page> {
  return inPortal(browser, { email: BUYER, home: 'Orders' }, options)
}

/** A channel of the demo world in a window of its own, at its offers. */
export function channelInPortal(browser: OpenBrowser, options?: BrowserContextOptions): Promise<Page> {
  return inPortal(browser, { email: CHANNEL, home: 'Campaign Manager' }, options)
}

/** Somebody in a window of their own, signed in, at the page that the portal opens with for them. */
export async function inPortal(
  browser: OpenBrowser,
  { email, home }: { email: string; home: string },
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await browser.visit('/portal/', options)
  await signInToPortal(page, email)
  await seen(page.getByRole('heading', { name: home, level: 1 }))
  return page
}
