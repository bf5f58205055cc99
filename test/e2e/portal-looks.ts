import type { Page } from 'playwright-core'
import { gone, seen, shoot } from '../support/browser.js'
import { faultsOf, PHONE, tooWide } from './looks.js'

/** A page of the portal to look at: its address below `/portal`, its heading, and the button of a dialogue on it, if any. */
export interface Place {
  readonly name: string
  readonly path: string
  readonly heading: string | RegExp
  readonly press?: string
}

/** Goes from place to place and takes a picture of each, as `buyer-cart-phone-dark`. Gives what is wrong with any. */
export async function faultsOnTheWay(
  page: Page,
  places: readonly Place[],
  { of, colorScheme }: { of: string; colorScheme: string },
): Promise<string[]> {
  const faults: string[] = []
  const device = page.viewportSize()!.width === PHONE.width ? 'phone' : 'desk'
  for (const place of places) {
    await arrive(page, place)
    const name = `${of}-${place.name}-${device}-${colorScheme}`
    await shoot(page, name)
    faults.push(...(await faultsOf(page, name)), ...(await tooWide(page, name)))
  }
  return faults
}

/** Goes to a place, waits until it is read whole, and opens the dialogue on it. */
async function arrive(page: Page, { path, heading, press }: Place): Promise<void> {
  await page.goto(`/portal${path}`)
  await seen(page.getByRole('heading', { level: 1, name: heading }))
  await gone(page.getByRole('progressbar'))
  await gone(page.locator('.bones'))
  if (!press) return
  await page.getByRole('button', { name: press, exact: true }).click()
  await seen(page.getByRole('dialog'))
  await gone(page.locator('.bones'))
}
