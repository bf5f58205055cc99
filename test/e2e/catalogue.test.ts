import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { aPaidOrder, placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice, press } from './back-office.js'
import { DESK, faultsOf, wear } from './looks.js'

jest.setTimeout(240_000)

const PHONE = { width: 390, height: 780 }
/** Waits until nothing fades or slides any more. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished)).then(() => scrollTo(0, 0))`
const DEVICES = [
  ['desk', DESK],
  ['phone', PHONE],
] as const
const ADS = 'Advertising launch'

describeInBrowser('the catalogue in the back office', () => {
  let world: World
  let browser: OpenBrowser
  let service: string

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    service = (await world.rows<{ id: string }>('select id from services where name = $1', [ADS]))[0]!.id
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const office = (options: BrowserContextOptions) => inOffice(browser, 'admin@demo.test', options)
  const at = async (page: Page, path: string, heading: string) => {
    await page.goto(`/admin/#${path}`)
    await seen(page.getByRole('heading', { name: heading, level: 1 }))
  }
  const formOf = async (orderId: string) => {
    const buyer = await world.as('agency@demo.test')
    const { order } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { lines { onboarding { form { version fields { label } } } } } }',
      { id: orderId },
    )
    return order.lines[0].onboarding.form as { version: number; fields: { label: string }[] }
  }

  test('an admin edits a form and a blueprint; new orders get them, a running one keeps its own', async () => {
    const running = await aPaidOrder(world, [{ service: ADS }])
    const page = await office({ viewport: DESK })
    await at(page, '/services', 'Services')
    await shoot(page, 'admin-services')
    await page.getByRole('cell', { name: ADS }).click()
    await seen(page.getByRole('heading', { name: ADS, level: 1 }))
    await shoot(page, 'admin-service')

    const form = page.getByRole('region', { name: 'Onboarding form' })
    await form.getByRole('link', { name: 'Edit', exact: true }).click()
    const preview = page.frameLocator('iframe[title="Preview of the form"]')
    await seen(preview.getByRole('heading', { name: 'Advertising: accounts and material' }))
    await press(page, 'Add a question')
    await page.getByLabel('Question', { exact: true }).fill('Which towns shall see it?')
    await seen(preview.getByText('Which towns shall see it?'))
    await page.getByLabel('Kind of answer').click()
    await page.getByRole('option', { name: 'Any of the options' }).click()
    await seen(page.getByRole('button', { name: '1 thing to mend before it can be published' }))
    await press(page, '1 thing to mend before it can be published')
    await seen(page.getByText('2 to 50 options').first())
    await shoot(page, 'admin-form-editor-problem')
    await page.getByLabel('Options, one on each line').fill('Vienna\nGraz\nLinz')
    await seen(preview.getByText('Graz'))
    await page.getByLabel('Question', { exact: true }).press('Alt+ArrowUp')
    await press(page, 'Move up: Which towns shall see it?')
    await seen(page.getByText('Draft saved'))
    await seen(page.getByText('Nothing stands against publishing it.'))
    await shoot(page, 'admin-form-editor')
    await press(page, 'Publish…')
    await seen(page.getByText('New orders get version 2. 1 running order keeps version 1.'))
    await page.getByLabel('Why, in a few words for the team').fill('We advertise by town')
    await shoot(page, 'admin-form-publish')
    await press(page, 'Publish version 2')
    await seen(form.getByText('We advertise by town'))

    const blueprint = page.getByRole('region', { name: 'Task blueprint' })
    await blueprint.getByRole('link', { name: 'Edit', exact: true }).click()
    await press(page, 'Add a step')
    await page.getByLabel('What is to be done').fill('Report the first week')
    await page.getByLabel('Skill').fill('reporting')
    await seen(page.getByText('Nobody on the team has this skill yet'))
    await page.getByLabel('Waits for').click()
    await page.getByRole('option', { name: 'Launch the first campaign' }).click()
    await page.keyboard.press('Escape')
    await seen(page.getByText('It is due before the work it waits for.'))
    await page.getByLabel('Due, in working hours after the approval').fill('72')
    await seen(page.getByText('All of it is due 72 working hours after the approval (9 working days).'))
    await seen(page.getByText('Nothing stands against publishing it.'))
    await shoot(page, 'admin-blueprint-editor')
    await press(page, 'Publish…')
    await seen(page.getByText('New orders get version 2. 1 running order keeps version 1.'))
    await press(page, 'Publish version 2')
    await seen(blueprint.getByText('Version 2'))
    await blueprint.getByRole('button', { name: 'What changed' }).first().click()
    await seen(page.getByText('Report the first week'))
    await shoot(page, 'admin-version-changes')
    await press(page, 'Close')

    const fresh = await aPaidOrder(world, [{ service: ADS }])
    const labels = async (orderId: string) => (await formOf(orderId)).fields.map((field) => field.label)
    expect((await formOf(running)).version).toBe(1)
    expect(await labels(running)).not.toContain('Which towns shall see it?')
    expect((await formOf(fresh)).version).toBe(2)
    expect((await labels(fresh)).indexOf('Which towns shall see it?')).toBe(
      (await labels(running)).length - 2,
    )
    const blueprints = await world.rows<{ order: string; version: number; steps: number }>(
      `select l.order_id as order, b.version, jsonb_array_length(b.steps) as steps from order_lines l join task_blueprints b on b.id = l.blueprint_id
       where l.order_id = any($1) order by b.version`,
      [[running, fresh]],
    )
    expect(blueprints).toEqual([
      { order: running, version: 1, steps: 3 },
      { order: fresh, version: 2, steps: 4 },
    ])
    expect(browser.troubles).toEqual([])
  })

  test('what is being written is kept, told of when somebody else writes, and not left behind unasked', async () => {
    const page = await office({ viewport: DESK })
    await at(page, `/services/${service}/form`, 'Onboarding form')
    await page.getByLabel('Title', { exact: true }).fill('Advertising, from scratch')
    await seen(page.getByText('Draft saved'))
    await page.reload()
    await seen(page.getByRole('heading', { name: 'Onboarding form', level: 1 }))
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Advertising, from scratch')

    await world.rows(
      `update service_drafts set version = version + 1 where service_id = $1 and kind = 'FORM'`,
      [service],
    )
    await page.getByLabel('Title', { exact: true }).fill('Mine')
    await seen(page.getByText('Somebody else has saved this draft since you opened it.'))
    await page.getByRole('link', { name: ADS }).click()
    await seen(page.getByText('Leave without saving?'))
    await shoot(page, 'admin-form-leave')
    await press(page, 'Stay')
    await press(page, 'Save mine over it')
    await seen(page.getByText('Draft saved'))
    await press(page, 'Discard draft')
    await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click()
    await seen(page.getByText('As published'))
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(
      'Advertising: accounts and material',
    )
  })

  test('a service is added, taken off sale and missed in the shop', async () => {
    const page = await office({ viewport: DESK })
    await at(page, '/services', 'Services')
    await press(page, 'Add a service')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Press release')
    await dialog.getByLabel('In a sentence').fill('One text, sent to the press.')
    await dialog.getByLabel('What the buyer gets').fill('A text and its way to the papers.')
    await dialog.getByLabel('Price, final').fill('120,50')
    await dialog.getByRole('button', { name: 'Add a service' }).click()
    await seen(page.getByRole('heading', { name: 'Press release', level: 1 }))
    await seen(page.getByText('€120.50'))
    await seen(page.getByText('Nothing published yet.').first())
    await shoot(page, 'admin-service-new')
    await at(page, `/services/${service}/show`, ADS)
    await press(page, 'Take off sale')
    await seen(page.getByText('Off sale', { exact: true }))
    const buyer = await world.as('agency@demo.test')
    await expect(placeOrders(buyer, [{ service: ADS }])).rejects.toThrow('NOT_ON_SALE')
    await press(page, 'Put on sale')
    await seen(page.getByText('On sale', { exact: true }))
  })

  test('reads well for everybody, in light and dark, and on a telephone', async () => {
    const faults: unknown[] = []
    const places = [
      ['services', '/services', 'Services'],
      ['service', `/services/${service}/show`, ADS],
      ['form-editor', `/services/${service}/form`, 'Onboarding form'],
      ['blueprint-editor', `/services/${service}/blueprint`, 'Task blueprint'],
    ] as const
    for (const [device, viewport] of DEVICES) {
      const page = await office({ viewport })
      for (const [name, path, heading] of places) {
        await at(page, path, heading)
        await gone(page.getByRole('progressbar'))
        if (name.endsWith('editor')) await page.getByRole('listitem').getByRole('button').first().click()
        for (const colorScheme of ['light', 'dark'] as const) {
          const look = `${name}-${device}-${colorScheme}`
          await wear(page, colorScheme)
          await page.evaluate(AT_REST)
          await shoot(page, `admin-${look}`)
          faults.push(...(await faultsOf(page, look)))
        }
        const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
        if (wide) faults.push([name, device, 'scrolls sideways'])
      }
    }
    expect(faults).toEqual([])
  })
})
