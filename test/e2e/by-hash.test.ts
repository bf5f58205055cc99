import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page, Request } from 'playwright-core'
import { resources } from '../../admin/src/data/resources.js'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  signInToBackOffice,
} from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { operationOf, write } from './back-office.js'

jest.setTimeout(240_000)

const LISTS = Object.keys(resources)
const POST = 'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: STAFF) { id } }'

/** What a page sends for one operation. */
interface Asked {
  operationName?: string
  query?: string
  extensions?: { persistedQuery?: { sha256Hash: string } }
}

describeInBrowser('the back office asks by hash', () => {
  let world: World
  let browser: OpenBrowser
  let orderId: string

  beforeAll(async () => {
    world = await openWorld()
    orderId = await aPaidOrder(world)
    await world.settled()
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** A page that has asked nothing yet, and what it will have asked and been refused, over HTTP and its socket. */
  const watched = async () => {
    const page = await browser.visit('about:blank')
    const asked: Asked[] = []
    const subscribed: Asked[] = []
    const refused: unknown[] = []
    page.on('request', (request) => isAsking(request) && asked.push(request.postDataJSON() as Asked))
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        const message = JSON.parse(String(payload)) as { type: string; payload: Asked }
        if (message.type === 'subscribe') subscribed.push(message.payload)
      })
      socket.on('framereceived', ({ payload }) => {
        const message = JSON.parse(String(payload)) as { type: string; payload: unknown }
        if (message.type === 'error') refused.push(message.payload)
      })
    })
    const answers: Promise<unknown>[] = []
    page.on('response', (response) => {
      // What a page that goes away no longer waits for has no body.
      if (isAsking(response.request())) answers.push(response.json().catch(() => ({})))
    })
    const refusals = async () => [
      ...refused,
      ...((await Promise.all(answers)) as { errors?: unknown[] }[]).flatMap(({ errors }) => errors ?? []),
    ]
    return { page, asked, subscribed, refusals }
  }
  const signIn = async (page: Page) => {
    await page.goto('/admin/')
    await signInToBackOffice(page, 'admin@demo.test')
    await seen(page.getByRole('heading', { name: 'What needs you now' }))
    await seen(page.getByText('Live', { exact: true }))
  }
  const openOrder = async (page: Page) => {
    await page.goto(`/admin/#/orders/${orderId}/show`)
    await seen(page.getByRole('heading', { level: 1, name: /^W-/ }))
  }

  test('of Home, the lists, an order and what is done there no text is sent, and all of it is answered', async () => {
    const { page, asked, subscribed, refusals } = await watched()
    await signIn(page)
    await openOrder(page)
    await write(page, 'Only us (note)', 'Said without a word.')
    for (const list of LISTS) {
      const answered = page.waitForResponse((r) => isAsking(r.request()) && operationOf(r.request()) === list)
      await page.goto(`/admin/#/${list}`)
      await (await answered).finished()
    }
    expect([...asked, ...subscribed].filter(({ query }) => query)).toEqual([])
    expect(await refusals()).toEqual([])
    const names = asked.map(({ operationName }) => operationName)
    expect(names).toEqual(expect.arrayContaining(['order', 'postMessage', ...LISTS]))
    expect(subscribed.length).toBeGreaterThan(1)
    expect(await world.rows('select 1 from messages where body = $1', ['Said without a word.'])).toHaveLength(
      1,
    )
    expect(browser.troubles).toEqual([])
  })

  test('a page of another version, whose hashes are not known, goes on by sending its texts', async () => {
    const { page, asked, subscribed } = await watched()
    await page.route('**/graphql', (route) =>
      route.continue({ postData: JSON.stringify(strange(route.request().postDataJSON() as Asked)) }),
    )
    await page.routeWebSocket(/graphql$/, (socket) => {
      const api = socket.connectToServer()
      socket.onMessage((text) => {
        const message = JSON.parse(String(text)) as { payload?: Asked }
        api.send(JSON.stringify({ ...message, payload: message.payload && strange(message.payload) }))
      })
    })
    await signIn(page)
    await openOrder(page)
    await write(page, 'Only us (note)', 'Said at length.')
    await (await world.as('support@demo.test')).ask(POST, { o: orderId, b: 'Heard all the same.' })
    await seen(page.getByRole('listitem').getByText('Heard all the same.', { exact: true }))
    expect(await world.rows('select 1 from messages where body = $1', ['Said at length.'])).toHaveLength(1)
    const once = [...asked, ...subscribed].filter(({ query }) => !query)
    expect(once.length).toBeGreaterThan(5)
    expect(browser.troubles).toEqual([])
  })
})

function isAsking(request: Request): boolean {
  return request.method() === 'POST' && new URL(request.url()).pathname === '/graphql'
}

/** The same, with a hash that nobody knows where it comes without its text. */
function strange(asked: Asked): Asked {
  const { persistedQuery } = asked.extensions ?? {}
  if (asked.query || !persistedQuery) return asked
  return { ...asked, extensions: { persistedQuery: { ...persistedQuery, sha256Hash: '0'.repeat(64) } } }
}
