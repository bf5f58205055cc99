import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { anOnboarding, APPROVE, CLAIM, submitted } from '../onboarding/a-document.js'
import { appShows } from '../support/authenticator.js'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
  signInToPortal,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice, press } from './back-office.js'
import { DESK, faultsOf, PHONE, tooWide } from './looks.js'
import { linkIn } from './mailbox.js'
import { faultsInOffice, type OfficePlace } from './office-looks.js'

jest.setTimeout(180_000)

const IVY = 'ivy@demo.test'

describeInBrowser('people', () => {
  let world: World
  let browser: OpenBrowser
  beforeAll(async () => {
    world = await openWorld()
    const admin = await world.as('admin@demo.test')
    const { id, revisionId } = await submitted(world)
    await admin.ask(CLAIM, { id })
    await admin.ask(APPROVE, { id, r: revisionId })
    await anOnboarding(world) // one that still waits for Clara
    await world.settled()
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const office = async (email: string, path = '/admin/') => {
    const page = await browser.visit(path)
    await signInToBackOffice(page, email)
    return page
  }
  const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name })
  const tasksOf = async (email: string) =>
    (
      await world.rows<{ id: string }>(
        `select k.id from tasks k join users u on u.id = k.assignee_id where u.email = $1 and k.status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING')`,
        [email],
      )
    ).map(({ id }) => id)

  test('a person is invited to fulfilment, given skills, put to work, and disabled: their tasks go back', async () => {
    const page = await office('admin@demo.test', '/admin/#/staff')
    await press(page, 'Invite to the team')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Ivy Hart')
    await dialog.getByLabel('E-mail').fill(IVY)
    await dialog.getByRole('combobox', { name: 'Roles' }).click()
    await page.getByRole('option', { name: 'Fulfilment' }).click()
    await page.keyboard.press('Escape')
    await press(dialog, 'Invite')
    await seen(page.getByText('The invitation is on its way.'))
    await world.settled()
    const guest = await browser.visit(await linkIn(world, IVY, 'staff-invitation'))
    await guest.getByLabel('New password').fill('a riddle is harder')
    await guest.getByLabel('The same again').fill('a riddle is harder')
    await guest.getByRole('button', { name: 'Accept the invitation' }).click()
    await seen(guest.getByRole('heading', { name: 'Back office' }))
    await page.reload()
    await row(page, 'Ivy Hart').getByText('Ivy Hart').click()
    await seen(page.getByRole('heading', { name: 'Ivy Hart', level: 1 }))
    await press(page, 'Roles and skills')
    await page.getByRole('dialog').getByLabel('Skills').fill('copywriting, seo, listings, design, web, ads')
    await press(page.getByRole('dialog'), 'Roles and skills')
    await seen(page.getByText('listings', { exact: true }))
    await delegateAllTo(world, IVY)
    const had = await tasksOf(IVY)
    expect(had.length).toBeGreaterThan(0)
    await page.reload()
    await seen(page.getByRole('link', { name: `${had.length} open task` }))
    await seen(page.getByText('The roles or skills of a team member were changed.'))
    await shoot(page, 'admin-person')
    await press(page, 'Disable')
    await seen(page.getByText('Disabled', { exact: true }))
    await world.settled()
    expect(await tasksOf(IVY)).toEqual([])
    const now = await world.rows<{ status: string; assignee_id: string | null }>(
      'select distinct status, assignee_id from tasks where id = any($1)',
      [had],
    )
    expect(now).toEqual([{ status: 'OPEN', assignee_id: null }])
  })

  test('a second factor is set up with a real code, and asked for at the next sign-in, there and in the portal', async () => {
    const page = await office('finance@demo.test', '/admin/#/account')
    await seen(page.getByRole('heading', { name: 'Your account', level: 1 }))
    await shoot(page, 'admin-account')
    await press(page, 'Set up a second factor')
    const dialog = page.getByRole('dialog')
    await seen(dialog.getByRole('img', { name: 'QR code for the authenticator app' }))
    const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
    await shoot(page, 'admin-factor-set-up')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Code' }).fill('000000')
    await press(dialog, 'Confirm')
    await seen(dialog.getByText('That code does not fit'))
    const used = appShows(secret)
    await dialog.getByRole('textbox', { name: 'Code' }).fill(used)
    await press(dialog, 'Confirm')
    const list = dialog.getByRole('list', { name: 'Backup codes' })
    await seen(list)
    const [code] = await list.getByRole('listitem').allInnerTexts()
    await shoot(page, 'admin-factor-backup-codes')
    await press(dialog, 'I have kept them')
    await seen(page.getByRole('button', { name: 'Make new backup codes' }))

    const back = await office('finance@demo.test')
    await seen(back.getByRole('heading', { name: 'One more step' }))
    await shoot(back, 'admin-factor-prove')
    expect(await faultsOf(back)).toEqual([])
    await back.getByRole('textbox', { name: 'Code' }).fill(used)
    await press(back, 'Sign in')
    await seen(back.getByText('That code does not fit'))
    await back.getByRole('textbox', { name: 'Code' }).fill(appShows(secret, 1))
    await press(back, 'Sign in')
    await seen(back.getByRole('heading', { name: 'What needs you now' }))

    const portal = await browser.visit('/portal/sign-in')
    await signInToPortal(portal, 'finance@demo.test')
    await seen(portal.getByRole('heading', { name: 'One more step' }))
    await shoot(portal, 'portal-factor-prove')
    await portal.getByRole('textbox', { name: 'Code' }).fill(code!)
    await press(portal, 'Sign in')
    await seen(portal.getByText('Fiona Marsh'))
  })

  test('an admin reads the log, by part, by id, and from a record', async () => {
    const page = await office('admin@demo.test', '/admin/#/auditEntries')
    await seen(page.getByRole('heading', { name: 'Log', level: 1 }))
    await page.getByRole('button', { name: 'Sign-in', exact: true }).click()
    await seen(page.getByText('Somebody set up their second factor.'))
    await shoot(page, 'admin-log')
    const order = (
      await world.rows<{ id: string; number: string }>(
        'select id, number from orders order by placed_at desc limit 1',
      )
    )[0]!
    await page.getByRole('button', { name: 'Sign-in', exact: true, pressed: true }).click()
    await seen(page.getByRole('button', { name: 'Sign-in', exact: true, pressed: false }))
    await page.getByLabel('Id of anything').fill(order.id)
    await page.keyboard.press('Enter')
    await seen(page.getByText('The buyer checked out; the order waits for its payment.'))
    await page.getByRole('link', { name: order.number }).first().click()
    await seen(page.getByRole('heading', { name: order.number, level: 1 }))
    await page.goto('/admin/#/organisations')
    await page.getByText('Northwind Agency').first().click()
    await page.getByRole('link', { name: 'In the log' }).click()
    await seen(page.getByText('An agency, a client or a channel is known to us.'))
    expect(page.url()).toContain('auditEntries')
  })

  test('support adds a customer and their contact, with what is wrong said at its field', async () => {
    const page = await office('support@demo.test', '/admin/#/organisations')
    await press(page, 'Add an organisation')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Mill Lane Books')
    await dialog.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'Client' }).click()
    await dialog.getByLabel('Business address').fill('shop@mill-lane.test')
    await dialog.getByLabel('Time zone').fill('Mars/Olympus')
    await press(dialog, 'Add an organisation')
    await seen(dialog.getByText('a time zone like Europe/Berlin'))
    await shoot(page, 'admin-add-organisation')
    await dialog.getByLabel('Time zone').fill('Europe/London')
    await press(dialog, 'Add an organisation')
    await seen(page.getByText('Added.'))
    await page.getByText('Mill Lane Books').first().click()
    await press(page, 'Add a contact')
    await page.getByRole('dialog').getByLabel('Name').fill('Page Turner')
    await page.getByRole('dialog').getByLabel('E-mail').fill('page@mill-lane.test')
    await press(page.getByRole('dialog'), 'Add a contact')
    await seen(page.getByText('page@mill-lane.test'))
    await row(page, 'Page Turner').getByRole('button', { name: 'Change' }).click()
    await page.getByRole('dialog').getByLabel('Telephone').fill('+44 20 5550133')
    await press(page.getByRole('dialog'), 'Change')
    await seen(page.getByText('+44 20 5550133'))
    expect(await page.getByRole('button', { name: 'Erase' }).count()).toBe(0)
  })

  test('an admin sees what erasing takes before it is taken, and is led to what stands in its way', async () => {
    const page = await office('admin@demo.test', '/admin/#/organisations')
    await page.getByText('Harbour Bakery').first().click()
    await seen(page.getByRole('heading', { name: 'Harbour Bakery', level: 1 }))
    await shoot(page, 'admin-customer-contacts')
    expect(await faultsOf(page)).toEqual([])
    await row(page, 'Clara Hughes').first().getByRole('button', { name: 'Erase' }).click()
    await seen(page.getByRole('dialog').getByText('Something still waits for this person.'))
    await shoot(page, 'admin-erase-refused')
    await press(page.getByRole('dialog'), 'Cancel')
    await page.goto('/admin/#/organisations')
    await page.getByText('Mill Lane Books').first().click()
    await row(page, 'Page Turner').first().getByRole('button', { name: 'Erase' }).click()
    const dialog = page.getByRole('dialog')
    await seen(dialog.getByText('This would go:'))
    await dialog.getByLabel('Reason').fill('Asked for it')
    await shoot(page, 'admin-erase')
    expect(await faultsOf(page)).toEqual([])
    await press(dialog, 'Erase')
    await seen(page.getByText('Erased person'))
    expect(await page.getByText('page@mill-lane.test').count()).toBe(0)
  })

  test('an owner invites, promotes and takes access away in the portal; the last owner stays', async () => {
    const page = await browser.visit('/portal/people')
    await signInToPortal(page, 'agency@demo.test')
    const card = page.getByRole('region', { name: 'Northwind Agency' })
    await seen(card)
    await press(card, 'Invite somebody')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Otto Berg')
    await dialog.getByLabel('E-mail address').fill('not an address')
    await press(dialog, 'Send the invitation')
    await seen(dialog.getByText('Expected: an e-mail address.'))
    await dialog.getByLabel('E-mail address').fill('otto@northwind.test')
    await press(dialog, 'Send the invitation')
    await seen(card.getByText('otto@northwind.test'))
    await card.getByRole('button', { name: 'Make an owner: Otto Berg' }).click()
    await seen(card.getByRole('button', { name: 'Make a member: Otto Berg' }))
    await seen(card.getByText('An organisation keeps at least one owner: make somebody else an owner first.'))
    await card.getByRole('button', { name: 'Take access away: Otto Berg' }).click()
    await seen(card.getByText('No access'))
    await press(page, 'Add a client')
    await page.getByRole('dialog').getByLabel('Name').fill('Quay Yoga')
    await page.getByRole('dialog').getByLabel('E-mail address of the business').fill('hello@quay-yoga.test')
    await press(page.getByRole('dialog'), 'Add')
    await seen(page.getByRole('region', { name: 'Quay Yoga' }))
    await page.evaluate('window.scrollTo(0, 0)')
    await shoot(page, 'portal-people')
    expect(await faultsOf(page)).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'every new page reads well, %s and on a telephone',
    async (colorScheme) => {
      const page = await inOffice(browser, 'admin@demo.test', { colorScheme })
      const [ada] = await world.rows<{ id: string }>("select id from users where email = 'admin@demo.test'")
      const places: OfficePlace[] = [
        ['log', '/auditEntries', 'Log'],
        ['person', `/staff/${ada!.id}/show`, 'Ada Okafor'],
        ['account', '/account', 'Your account'],
      ]
      const found = await faultsInOffice(page, places, { desk: DESK, colorScheme })
      const portal = await browser.visit('/portal/people', { colorScheme, viewport: PHONE })
      await signInToPortal(portal, 'agency@demo.test')
      await seen(portal.getByRole('heading', { name: 'People', level: 1 }))
      await seen(portal.getByRole('region', { name: 'Northwind Agency' }))
      await shoot(portal, `portal-people-${colorScheme}-phone`)
      found.push(...(await faultsOf(portal)), ...(await tooWide(portal)))
      expect(found).toEqual([])
    },
  )

  test('no page wrote an error that was not asked for, and none asked anybody else', () => {
    const unexpected = browser.troubles.filter((one) => !/status of 4(00|01|29)/.test(one))
    expect(unexpected).toEqual([])
  })
})

/** Gives somebody every task that nobody has begun. */
async function delegateAllTo(world: World, email: string): Promise<void> {
  const admin = await world.as('admin@demo.test')
  const [person] = await world.rows<{ id: string }>('select id from users where email = $1', [email])
  const tasks = await world.rows<{ id: string }>(
    "select id from tasks where role = 'FULFILMENT' and status in ('OPEN', 'ASSIGNED')",
  )
  for (const { id } of tasks)
    await admin.ask('mutation($id: ID!, $a: ID!) { delegateTask(id: $id, assigneeId: $a) { id } }', {
      id,
      a: person!.id,
    })
}
