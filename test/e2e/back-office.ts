import type { BrowserContextOptions, Locator, Page, Request } from 'playwright-core'
import { gone, type OpenBrowser, remember, seen, signInToBackOffice } from '../support/browser.js'

/** Somebody of the team on their Home, live, never to be loaded anew. */
export async function atHome(browser: OpenBrowser, email: string): Promise<Page> {
  const page = await inOffice(browser, email)
  await seen(page.getByText('Live', { exact: true }))
  await remember(page)
  return page
}

/** Somebody of the team in a window of their own, signed in, on their Home. */
export async function inOffice(
  browser: OpenBrowser,
  email: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await browser.visit('/admin/', options)
  await signInToBackOffice(page, email)
  await seen(atHomeOf(page))
  return page
}

/** Waits until a card of Home counts so many. */
export async function queueCounts(home: Page, queue: string, count: number): Promise<void> {
  await seen(home.getByRole('link', { name: new RegExp(`^${count}\\s*${queue}`) }))
}

/** How many a card of Home counts now. */
export async function countOf(home: Page, queue: string): Promise<number> {
  const card = home.getByRole('link', { name: new RegExp(`^\\d+\\s*${queue}`) })
  return Number.parseInt(await card.innerText(), 10)
}

/** Opens a queue of Home, and waits until Home is gone: it lists orders, too. */
export async function openQueue(home: Page, queue: string): Promise<void> {
  await home.getByRole('link', { name: new RegExp(`^\\d+\\s*${queue}`) }).click()
  await gone(atHomeOf(home))
}

/** Turns from Home to what the menu names. */
export async function turnTo(home: Page, name: string): Promise<void> {
  await home.getByRole('menuitem', { name, exact: true }).click()
  await gone(atHomeOf(home))
}

function atHomeOf(page: Page): Locator {
  return page.getByRole('heading', { name: 'What needs you now' })
}

/** Presses a button. */
export function press(where: Page | Locator, name: string): Promise<void> {
  return where.getByRole('button', { name, exact: true }).click()
}

/** Opens a task of a list by its title. */
export async function openTask(page: Page, title: string): Promise<void> {
  await page.getByRole('cell', { name: title }).first().click()
  await seen(page.getByRole('heading', { name: title, level: 1 }))
}

/** Ticks every item of the checklist that is asked for, and hands the task in. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await seen(dialog.getByRole('checkbox'))
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click()
}

/** Chooses a person for each of the tasks that an approval raises. */
export async function choose(page: Page, people: Record<string, string>): Promise<void> {
  for (const [title, person] of Object.entries(people)) {
    await page.getByRole('combobox', { name: `Who does: ${title}` }).click()
    await page.getByRole('option', { name: person }).click()
  }
}

/** Writes on the feed of an order, for these readers. */
export async function write(page: Page, readers: string, body: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Who reads it' }).click()
  await page.getByRole('option', { name: readers }).click()
  await page.getByLabel('Write a message').fill(body)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await seen(page.getByRole('listitem').getByText(body, { exact: true }))
}

/** Which operation a request of the back office asks: it goes by its hash, without its text. */
export function operationOf(request: Request): string | undefined {
  return (request.postDataJSON() as { operationName?: string } | null)?.operationName
}
