import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { anAppointment, type AnAppointment, BUYER } from '../support/appointments.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  PATIENCE,
  remember,
  seen,
  shoot,
  signInToBackOffice,
  stillTheSame,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { operationOf, press } from './back-office.js'
import { faultsOf, widthOf } from './looks.js'

jest.setTimeout(480_000)

const MINUTE = 60_000
const POST =
  'mutation($o: ID!, $b: String!, $k: MessageKind!) { postMessage(orderId: $o, body: $b, kind: $k, visibility: BUYER) { id } }'

const SAVE =
  'mutation { addSavedReply(title: "On its way", body: "Thank you for asking. We look into it now.") { id } }'

describeInBrowser('the inbox of all feeds', () => {
  let world: World
  let browser: OpenBrowser
  let older: AnAppointment
  let newer: AnAppointment
  let sam: Page
  let ada: Page
  beforeAll(async () => {
    world = await openWorld()
    older = await anAppointment(world, { at: 'OUTREACH' })
    newer = await anAppointment(world, { at: 'PENDING' })
    browser = await openBrowser(world.address)
    sam = await browser.visit('/admin/#/inbox')
    await signInToBackOffice(sam, 'support@demo.test')
    await seen(sam.getByRole('heading', { name: 'Inbox', level: 1 }))
    await seen(sam.getByText('Live', { exact: true }))
    await remember(sam)
    ada = await browser.visit('/admin/')
    await signInToBackOffice(ada, 'admin@demo.test')
    await (await world.as('support@demo.test')).ask(SAVE)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const asks = async ({ orderId }: AnAppointment, body: string) => {
    await (await world.as(BUYER)).ask(POST, { o: orderId, b: body, k: 'QUESTION' })
    await world.settled()
  }
  const talks = (page: Page) => page.getByRole('navigation', { name: 'Inbox' }).getByRole('link')
  const talk = (page: Page, { number }: AnAppointment): Locator => talks(page).filter({ hasText: number })
  const clock = (page: Page, of: AnAppointment, state: string) =>
    talk(page, of).locator(`[data-clock=${state}]`)
  const box = (page: Page) => page.getByLabel('Write a message')
  /** Waits until the box holds such words. Asked from here: the page's own policy lets no test ask within it for long. */
  const holds = async (page: Page, such: (words: string) => boolean) => {
    const end = Date.now() + PATIENCE
    while (!such(await box(page).inputValue())) {
      if (Date.now() > end) throw new Error('Something else stands in the box.')
      await page.evaluate('new Promise(requestAnimationFrame).then(() => null)')
    }
  }
  const promised = async ({ orderId }: AnAppointment) =>
    world.rows<{ answered: boolean; broken: boolean; by: string | null }>(
      `select p.answered_at is not null as answered, p.broken_at is not null as broken, u.name as by
        from promises p left join users u on u.id = p.answered_by_id where p.order_id = $1 order by p.started_at`,
      [orderId],
    )

  test('who has waited longest is on top, amber after ten minutes; typing and Enter answers', async () => {
    await asks(older, 'When will you call her?')
    await seen(clock(sam, older, 'waiting'))
    await world.move(11 * MINUTE)
    await asks(newer, 'Has it begun?')
    await seen(clock(sam, older, 'at-risk'))
    await seen(clock(sam, newer, 'waiting'))
    const numbers = (await talks(sam).allInnerTexts()).map((text) =>
      [older, newer].findIndex(({ number }) => text.includes(number)),
    )
    expect(numbers.indexOf(0)).toBeLessThan(numbers.indexOf(1))
    await talk(sam, older).click()
    await seen(sam.getByRole('listitem').getByText('When will you call her?', { exact: true }))
    await seen(sam.getByText('When will you call her?').first())
    await shoot(sam, 'admin-inbox')
    expect(await faultsOf(sam)).toEqual([])
    await box(sam).fill('This afternoon at four.')
    await box(sam).press('Enter')
    await seen(sam.getByRole('listitem').getByText('This afternoon at four.', { exact: true }))
    await gone(clock(sam, older, 'at-risk'))
    await holds(sam, (words) => words === '')
    expect(await promised(older)).toEqual([{ answered: true, broken: false, by: 'Sam Lindqvist' }])
    await world.settled()
    expect(await stillTheSame(sam)).toBe(true)
  })

  test('red after twenty minutes; a note among us answers nobody, and calls upon a colleague by name', async () => {
    await world.move(21 * MINUTE)
    await seen(clock(sam, newer, 'broken'))
    await talk(sam, newer).click()
    await seen(sam.getByRole('listitem').getByText('Has it begun?', { exact: true }))
    await sam.getByRole('combobox', { name: 'Who reads it' }).click()
    await sam.getByRole('option', { name: 'Only us (note)' }).click()
    await box(sam).pressSequentially('Can you look, @Ada')
    await seen(sam.getByRole('option', { name: /Ada Okafor/ }))
    await shoot(sam, 'admin-inbox-mention')
    expect(await faultsOf(sam)).toEqual([])
    await box(sam).press('Enter')
    await holds(sam, (words) => words === 'Can you look, @Ada Okafor ')
    await box(sam).press('Enter')
    await seen(sam.getByText('Calls upon Ada Okafor'))
    expect((await promised(newer))[0]).toMatchObject({ answered: false, broken: true })
    await world.settled()
    await ada.getByRole('button', { name: /^News for you, [1-9]/ }).click()
    const told = ada.getByRole('link', { name: /Sam Lindqvist calls upon you/ })
    await seen(told)
    await shoot(ada, 'admin-bell')
    expect(await faultsOf(ada)).toEqual([])
    await told.click()
    await seen(ada.getByRole('listitem').getByText('Has it begun?', { exact: true }))
    await seen(sam.getByText('Ada Okafor is here, too'))
    await box(ada).pressSequentially('It has')
    await seen(sam.getByText('Ada Okafor writes …'))
    await ada.goto('/admin/#/calendars')
    await gone(sam.getByText(/Ada Okafor (writes|is here)/))
  })

  test('a saved reply and a file go with an answer, which is late and stays late', async () => {
    await press(sam, 'Saved replies')
    await sam.getByRole('menuitem', { name: 'On its way' }).click()
    await holds(sam, (words) => words.startsWith('Thank you for asking.'))
    const [chooser] = await Promise.all([sam.waitForEvent('filechooser'), press(sam, 'Attach files')])
    await chooser.setFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Four o’clock.') })
    await seen(sam.getByRole('button', { name: 'Remove plan.txt' }))
    await box(sam).focus()
    await box(sam).press('Enter')
    await seen(sam.getByRole('listitem').getByRole('link', { name: 'plan.txt' }))
    await gone(clock(sam, newer, 'broken'))
    expect(await promised(newer)).toEqual([{ answered: true, broken: true, by: 'Sam Lindqvist' }])
    await shoot(sam, 'admin-inbox-answered')
  })

  test('an answer goes to those it was begun for, whoever else writes meanwhile', async () => {
    await asks(older, 'Which number do you call?')
    await talk(sam, older).click()
    await seen(sam.getByRole('listitem').getByText('Which number do you call?', { exact: true }))
    await box(sam).pressSequentially('The second')
    const readers = sam.getByRole('combobox', { name: 'Who reads it' })
    const before = await readers.innerText()
    const toAll = POST.replace('visibility: BUYER', 'visibility: PARTIES')
    await (await world.as(BUYER)).ask(toAll, { o: older.orderId, b: 'Everybody is invited.', k: 'MESSAGE' })
    await seen(sam.getByRole('listitem').getByText('Everybody is invited.', { exact: true }))
    await box(sam).pressSequentially(' one.')
    expect(await readers.innerText()).toBe(before)
    await box(sam).press('Enter')
    await seen(sam.getByRole('listitem').getByText('The second one.', { exact: true }))
    const [answer] = await world.rows(`select visibility from messages where body = 'The second one.'`)
    expect(answer).toEqual({ visibility: 'BUYER' })
  })

  test('what is typed while a message is on its way stays, and stays while one turns to another talk', async () => {
    const { promise: delay, resolve: letGo } = Promise.withResolvers<void>()
    await sam.route('**/graphql', async (route) => {
      if (operationOf(route.request()) === 'postMessage') await delay
      await route.continue()
    })
    await holds(sam, (words) => words === '')
    await box(sam).fill('We try again at five.')
    const sending = sam.waitForRequest((request) => operationOf(request) === 'postMessage')
    await box(sam).press('Enter')
    await sending
    await box(sam).pressSequentially(' Will you')
    letGo()
    await seen(sam.getByRole('listitem').getByText('We try again at five.', { exact: true }))
    await holds(sam, (words) => words === 'Will you')
    await sam.unroute('**/graphql')
    await talk(sam, newer).click()
    await seen(sam.getByRole('listitem').getByText('Has it begun?', { exact: true }))
    await holds(sam, (words) => words === '')
    await talk(sam, older).click()
    await holds(sam, (words) => words === 'Will you')
    await shoot(sam, 'admin-inbox-draft')
    expect(await faultsOf(sam)).toEqual([])
    await box(sam).fill('')
  })

  test('what is answered often is saved once', async () => {
    const page = sam
    await page.goto('/admin/#/savedReplies')
    await press(page, 'Save a reply')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill('Opening hours')
    await dialog.getByLabel('What it says').fill('We answer at any hour.')
    await press(dialog, 'Save a reply')
    const row = page.getByRole('row').filter({ hasText: 'Opening hours' })
    await seen(row.getByText('We answer at any hour.'))
    await row.getByRole('button', { name: 'Change' }).click()
    expect(await dialog.getByLabel('What it says').inputValue()).toBe('We answer at any hour.')
    await dialog.getByLabel('What it says').fill('We answer day and night.')
    await press(dialog, 'Change')
    await seen(row.getByText('We answer day and night.'))
    await press(row, 'Remove')
    await seen(dialog.getByText('Remove “Opening hours”?'))
    expect(await faultsOf(page)).toEqual([])
    await press(dialog, 'Remove')
    await gone(dialog) // while it is open, nothing behind it is there for anybody
    await gone(row)
    expect(await world.rows("select from saved_replies where title = 'Opening hours'")).toEqual([])
  })

  test('an admin writes down when we answer, several stretches a day, and has the promise count by it', async () => {
    const page = ada
    await press(page, 'Add a calendar')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Two shifts')
    await dialog.getByLabel('Time zone').fill('Europe/Berlin')
    await dialog.getByLabel('Monday until').fill('12:00')
    await press(dialog, 'Add hours on Monday')
    await dialog.getByLabel('Monday from').nth(1).fill('11:00')
    await press(dialog, 'Add a calendar')
    await seen(page.getByText('Please mend what is marked.'))
    await dialog.getByLabel('Monday from').nth(1).fill('13:00')
    await dialog.getByLabel('Days off').fill('2026-12-25, 2026-12-26')
    await shoot(page, 'admin-add-calendar')
    expect(await faultsOf(page)).toEqual([])
    await press(dialog, 'Add a calendar')
    const row = page.getByRole('row').filter({ hasText: 'Two shifts' })
    await seen(row.getByText('09:00–12:00, 13:00–17:00'))
    await row.getByRole('button', { name: 'Use it' }).click()
    await seen(row.getByText('In use', { exact: true }))
    await row.getByRole('button', { name: 'Change' }).click()
    await dialog.getByLabel('Name').fill('Two shifts a day')
    await press(dialog, 'Change')
    const renamed = page.getByRole('row').filter({ hasText: 'Two shifts a day' })
    await seen(renamed)
    await renamed.getByRole('button', { name: 'Set aside' }).click()
    await gone(renamed.getByText('In use', { exact: true }))
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await seen(renamed.getByText('09:00–12:00, 13:00–17:00'))
    expect(await widthOf(page)).toBe(390)
    await shoot(page, 'admin-calendars-phone')
    const [calendar] = await world.rows<{ name: string; n: number }>(
      "select name, jsonb_array_length(intervals) as n from calendars where name like 'Two shifts%'",
    )
    expect(calendar).toEqual({ name: 'Two shifts a day', n: 6 })
  })

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
