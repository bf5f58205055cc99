import axe from 'axe-core'
import type { Page } from 'playwright-core'

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

interface Violation {
  readonly id: string
  readonly targets: string[]
}

/** How wide a page is drawn; more than the window is what makes people scroll sideways. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
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
