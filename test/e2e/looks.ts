import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { shoot } from '../support/browser.js'

/** Run in the page itself: the wrapper for Playwright asks every frame by turns and takes ten times as long. */
const JUDGE = `axe.run(
  { exclude: [['iframe']] },
  {
    iframes: false,
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  },
).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => String(target)) })))`
/** Waits until nothing fades or slides any more: colours on the way are not the ones to judge. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished)).then(() => null)`

/** Waits until a window that was made wider or narrower is drawn again: in the frame after the one that tells of it. */
const DRAWN = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))`

/** The windows that pages are looked at in. */
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }

const LOOKS = [
  ['light', 'light', DESK],
  ['dark', 'dark', DESK],
  ['phone', 'light', PHONE],
] as const

/** Waits until a page is drawn in a scheme: the back office follows what the system prefers a little later. */
const wears = (colorScheme: 'light' | 'dark') => `new Promise((resolve) => {
  const look = () => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)
    if (red + green + blue < 384 === ${colorScheme === 'dark'}) resolve(null)
    else requestAnimationFrame(look)
  }
  look()
})`

interface Violation {
  readonly id: string
  readonly targets: string[]
}

/** Has a page drawn in a scheme, and waits until it is. */
export async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(wears(colorScheme))
}

/** How wide a page is drawn, once it is drawn for the window that it has now; more than that makes people scroll sideways. */
export async function widthOf(page: Page): Promise<number> {
  await page.evaluate(DRAWN)
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

/** Says so where a page is wider than its window, which makes people scroll sideways. */
export async function tooWide(page: Page, name = page.url()): Promise<string[]> {
  const width = await widthOf(page)
  return width > page.viewportSize()!.width ? [`${name}: ${width} wide`] : []
}

/**
 * Takes pictures of a page as it is, light and dark at a desk and on a telephone, and leaves it light, at a desk.
 * Gives what is wrong with any of them.
 */
export async function faultsInEveryLook(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const [look, colorScheme, viewport] of LOOKS) {
    await page.setViewportSize(viewport)
    await wear(page, colorScheme)
    const shot = `${name}-${look}`
    faults.push(...(await faultsOf(page, shot)), ...(await tooWide(page, shot)))
    await shoot(page, shot)
  }
  await page.setViewportSize(DESK)
  return faults
}

/**
 * What stands against WCAG 2.2 AA on a page, each with where; `name` is what the page is called in the answer.
 * Mails are letters of their own: not part of the page.
 */
export async function faultsOf(page: Page, name = page.url()): Promise<string[]> {
  await page.evaluate(AT_REST)
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const violations = await page.evaluate<Violation[]>(JUDGE)
  return violations.map(({ id, targets }) => `${name}: ${id} at ${targets.slice(0, 3).join(' and ')}`)
}
