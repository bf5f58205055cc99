import type { Page, ViewportSize } from 'playwright-core'
import { gone, seen, shoot } from '../support/browser.js'
import { faultsOf, PHONE, tooWide } from './looks.js'

/** A page of the back office to look at: what its picture is called, its address below `/admin/#`, and its title. */
export type OfficePlace = readonly [name: string, path: string, title: string | RegExp]

/**
 * Goes from place to place, at a desk and on a telephone, and takes pictures of each. Gives what is wrong with any.
 * It knows by their titles that one has followed another: no two that follow each other have the same.
 * `ready` does what there is to be done on a page before it is looked at.
 */
export async function faultsInOffice(
  page: Page,
  places: readonly OfficePlace[],
  {
    desk,
    colorScheme,
    ready,
  }: { desk: ViewportSize; colorScheme: string; ready?: (name: string) => unknown },
): Promise<string[]> {
  const faults: string[] = []
  for (const [name, path, title] of places) {
    await page.setViewportSize(desk)
    await page.goto(`/admin/#${path}`)
    await seen(page.getByRole('heading', { name: title, level: 1 }))
    await gone(page.getByRole('progressbar'))
    await ready?.(name)
    await page.evaluate('window.scrollTo(0, 0)')
    await shoot(page, `admin-${name}-${colorScheme}`)
    faults.push(...(await faultsOf(page, name)))
    await page.setViewportSize(PHONE)
    await shoot(page, `admin-${name}-${colorScheme}-phone`)
    faults.push(...(await tooWide(page, name)))
  }
  return faults
}
