import type { Page } from 'playwright-core'
import { seen } from '../support/browser.js'
import { press } from './back-office.js'

/** Puts one of the demo world's packages into the cart, from the catalogue; `look` at the dialogue before it is sent. */
export async function putInCart(catalogue: Page, name: string, look?: () => Promise<void>): Promise<void> {
  await press(catalogue, `Add to cart: ${name}`)
  const dialog = catalogue.getByRole('dialog')
  await seen(dialog.getByText('by Signal Street Media'))
  await look?.()
  await press(dialog, 'Add to cart')
  await seen(catalogue.getByText(`${name} is in the cart.`))
}

/** Accepts the terms and places the cart's orders; they wait to be paid. */
export async function placeOrders(cart: Page, said: string | RegExp): Promise<void> {
  await cart.getByLabel(/^I accept the terms of use/).check()
  await press(cart, 'Place the order')
  await seen(cart.getByText(said))
}

/** Pays the campaign of this price; its money is set aside. */
export async function payCampaign(orders: Page, price: string): Promise<void> {
  const card = orders.locator('section.card').filter({ hasText: price })
  await card.getByRole('button', { name: /^Pay / }).click()
  await seen(card.getByText(/^The money is set aside/))
}

/** The place of one creative on a campaign's page, on either side. */
export function creativeOf(page: Page, label: string) {
  return page.getByRole('group', { name: label })
}

/** Asks to complete a campaign: every point of the checklist, and when it will be done, as `2027-01-15`; all but sending it. */
export async function fillCompletion(channel: Page, estimatedOn: string): Promise<void> {
  await press(channel, 'Complete')
  const dialog = channel.getByRole('dialog')
  await seen(dialog.getByRole('checkbox'))
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByLabel('When will it be done?').fill(estimatedOn)
}

/** Says what a campaign is disputed for, and shows one file; all but sending it. */
export async function fillDispute(
  buyer: Page,
  { reason, claim, evidence }: { reason: string; claim: string; evidence: SentFile },
): Promise<void> {
  await buyer.getByLabel(reason).check()
  await buyer.getByLabel('What happened?').fill(claim)
  await showFile(buyer, evidence)
}

/** Says something on a dispute's page, and shows one file; all but sending it. */
export async function fillWords(side: Page, words: string, evidence: SentFile): Promise<void> {
  await side.getByLabel('Your words').fill(words)
  await showFile(side, evidence)
}

interface SentFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A text as a person has it on their disk. */
export function aText(name: string, text: string): SentFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
}

async function showFile(page: Page, file: SentFile): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([file])
  await seen(page.getByRole('link', { name: `Open ${file.name}` }))
}
