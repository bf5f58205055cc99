import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Waits until nothing fades or slides any more: colours on the way are not the ones to judge. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished)).then(() => null)`

/** What stands against WCAG 2.2 AA on a page, each with where. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AT_REST)
  const { violations } = await new AxeBuilder({ page }).withTags(AA).exclude('iframe').analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .slice(0, 3)
        .map(({ target }) => String(target))
        .join(' and ')}`,
  )
}

/** How wide a page is drawn; more than the window is what makes people scroll sideways. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}
