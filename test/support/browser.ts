import { describe } from '@jest/globals'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import { DEMO_PASSWORD } from '../../api/accounts/demo-accounts.js'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SHOTS = join(import.meta.dirname, '../e2e/shots')

/** How long a person waits for what they expect to see, on a machine that has other things to do; in milliseconds. */
export const PATIENCE = 30_000

/** How many times slower than this machine's a page's processor is. */
const SLOW = Number(process.env['SLOW'] ?? 1)

const runs = existsSync(CHROMIUM) || process.env['WAYBILL_REQUIRE_BROWSER'] === '1'

/** Tests that need a browser: skipped where there is no Chromium, unless WAYBILL_REQUIRE_BROWSER=1 makes that a failure. */
export const describeInBrowser = runs ? describe : describe.skip // oxlint-disable-line jest/no-disabled-tests -- as said
if (!runs) process.stderr.write(`Tests in a browser are skipped: there is no ${CHROMIUM}.\n`)

/** A running Chromium, before one address. */
export interface OpenBrowser {
  /** Somebody new at a path, for example `/portal/`; they share cookies and storage with nobody. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>
  /** What no page should do: errors on the console, exceptions, requests that leave our own origin. */
  readonly troubles: string[]
  close(): Promise<void>
}

/** Starts Chromium for a world at this address; close it in `afterAll`. */
export async function openBrowser(address: string): Promise<OpenBrowser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const troubles: string[] = []
  return {
    troubles,
    visit: (path, options) => visit(browser, { address, path, options, troubles }),
    close: () => browser.close(),
  }
}

interface Arrival {
  readonly address: string
  readonly path: string
  readonly options: BrowserContextOptions | undefined
  readonly troubles: string[]
}

async function visit(browser: Browser, { address, path, options, troubles }: Arrival): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', ...options })
  context.setDefaultTimeout(PATIENCE)
  context.on('console', (message) => {
    if (message.type() === 'error')
      troubles.push(`${message.page()?.url()}: ${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => troubles.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('request', (request) => {
    if (leaves(request.url(), address)) troubles.push(`A request leaves: ${request.url()}`)
  })
  return openPage(context, path)
}

/** Another page of the same person's browser. With SLOW=8 its processor is eight times as slow, which brings races to light. */
export async function openPage(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  if (SLOW > 1) {
    const tools = await context.newCDPSession(page)
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
  }
  await page.goto(path)
  return page
}

function leaves(url: string, address: string): boolean {
  return /^(https?|wss?):/.test(url) && new URL(url).host !== new URL(address).host
}

/** Waits until a person would see it. */
export async function seen(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'visible' })
}

/** Waits until a person would no longer see it. */
export async function gone(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'hidden' })
}

/** Signs in to the portal where it asks for it. */
export async function signInToPortal(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs in to the back office where it asks for it. */
export async function signInToBackOffice(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Marks a page, so that `stillTheSame` can tell whether it was loaded anew since. */
export async function remember(page: Page): Promise<void> {
  await page.evaluate('window.neverReloaded = true')
}

/** Whether a page was never loaded anew since `remember`. */
export function stillTheSame(page: Page): Promise<boolean> {
  return page.evaluate('window.neverReloaded === true')
}

/** A picture of the whole page into test/e2e/shots/, to be looked at; none with SHOTS=0, where nobody looks. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS'] === '0') return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true, animations: 'disabled' })
}
