import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { act, WHY } from '../disputes/a-dispute.js'
import { until } from '../funds/support/funds-house.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  remember,
  seen,
  shoot,
  stillTheSame,
} from '../support/browser.js'
import { type ACampaign, aCampaign, ADMIN, BUYER, FINANCE } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { faultsInEveryLook } from './looks.js'
import { aText, fillDispute, fillWords } from './portal-campaign.js'
import { buyerInPortal, channelInPortal } from './portal.js'

jest.setTimeout(240_000)

const ISSUE = aText('monday-issue.txt', 'No feature anywhere in it.')
const EDITION = aText('second-edition.txt', 'The feature, on page 3.')
const CLAIM = 'The issue of Monday did not carry our feature.'
const ANSWER = 'It stood in the second edition, as agreed on the telephone.'

describeInBrowser('a dispute, as buyer and channel live it in the portal', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page
  let chen: Page
  let campaign: ACampaign

  beforeAll(async () => {
    world = await openWorld()
    campaign = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser)
    chen = await channelInPortal(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const disputeOf = async ({ id }: ACampaign) =>
    (
      await world.rows<{ id: string; status: string }>(
        'select id, status from disputes where campaign_id = $1',
        [id],
      )
    )[0]

  test('the buyer is told kindly that low conversions do not count, before anything is sent', async () => {
    await nora.goto(`/portal/orders/${campaign.orderId}`)
    await nora.getByRole('link', { name: 'Dispute the campaign' }).click()
    await seen(nora.getByRole('heading', { name: 'Dispute this campaign' }))
    await seen(nora.getByText(/^You can open a dispute until /))
    await seen(nora.getByText('What our terms say'))
    await nora.getByLabel('Too few people responded').check()
    await seen(nora.getByText('This is nothing that a campaign is disputed for'))
    await seen(nora.getByText(/How many do is nothing that a channel can promise/))
    const send = nora.getByRole('button', { name: 'Open the dispute' })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    expect(await faultsInEveryLook(nora, 'portal-dispute-kindly')).toEqual([])
    expect(await disputeOf(campaign)).toBeUndefined()
  })

  test('and opens it with reason, statement and evidence', async () => {
    await nora.getByLabel('It was not run').check()
    await gone(nora.getByText('This is nothing that a campaign is disputed for'))
    await press(nora, 'Open the dispute')
    await seen(nora.getByText('Say in a few words what happened.'))
    await fillDispute(nora, { reason: 'It was not run', claim: CLAIM, evidence: ISSUE })
    await shoot(nora, 'portal-dispute-open')
    await press(nora, 'Open the dispute')
    await seen(nora.getByRole('heading', { name: `Dispute of order ${campaign.number}` }))
    await seen(nora.getByText('Waits for the channel'))
    await seen(nora.getByText(/is frozen until it is decided/))
    await seen(nora.getByText(CLAIM))
    await seen(nora.locator('.fingerprint code'))
    expect(await nora.locator('.fingerprint code').textContent()).toMatch(/^[0-9a-f]{64}$/)
    await remember(nora)
    expect((await disputeOf(campaign))!.status).toBe('AWAITING_CHANNEL')
    expect(await faultsInEveryLook(nora, 'portal-dispute-buyer')).toEqual([])
  })

  test('the channel finds it on its campaign, and responds; the buyer sees it come', async () => {
    await chen.goto(`/portal/campaigns/${campaign.id}`)
    await chen.getByRole('link', { name: 'To the dispute' }).click()
    await seen(chen.getByText(/Say how you see it; if you don’t, our team goes on without/))
    await seen(chen.getByText(CLAIM))
    await seen(chen.getByRole('link', { name: 'Download monday-issue.txt' }))
    expect(await chen.getByRole('button', { name: 'Withdraw the dispute' }).count()).toBe(0)
    await press(chen, 'Send our answer')
    await seen(chen.getByText('Write something first.'))
    await fillWords(chen, ANSWER, EDITION)
    await press(chen, 'Send our answer')
    await seen(chen.getByText('With our team'))
    await remember(chen)
    await seen(nora.getByText(ANSWER))
    await seen(nora.getByRole('link', { name: 'Download second-edition.txt' }))
    expect(await faultsInEveryLook(chen, 'portal-dispute-channel')).toEqual([])
  })

  test('our team asks the buyer; the buyer answers, and both see it without loading anew', async () => {
    const { id } = (await disputeOf(campaign))!
    await act(world, ADMIN, 'ask', { id, o: 'BUYER', q: 'Did you see the second edition?' })
    await seen(nora.getByText('Our team asked you something.', { exact: false }))
    await seen(nora.getByText('Did you see the second edition?'))
    await seen(chen.getByText('Our team asked Northwind Agency something', { exact: false }))
    await shoot(nora, 'portal-dispute-asked')
    await nora.getByLabel('Your words').fill('No, nobody told us of one.')
    await press(nora, 'Send the answer')
    await seen(chen.getByText('No, nobody told us of one.'))
    await seen(nora.getByText('With our team'))
    expect([await stillTheSame(nora), await stillTheSame(chen)]).toEqual([true, true])
  })

  test('the channel adds words and a file; nothing is asked for where nothing is given', async () => {
    await press(chen, 'Add')
    await seen(chen.getByText('Write something, or add a file.'))
    await fillWords(chen, 'Here is the telephone note.', aText('note.txt', 'Second edition, they said.'))
    await press(chen, 'Add')
    await seen(nora.getByText('Here is the telephone note.'))
    await seen(nora.getByRole('link', { name: 'Download note.txt' }))
    await seen(chen.getByRole('link', { name: 'Download note.txt' }))
    const words = () => chen.getByLabel('Your words').inputValue()
    expect(await until(words, (left) => left === '')).toBe('') // it may be read before its sender is answered
  })

  test('the decision comes with its reasons, and what each side gets', async () => {
    const { id } = (await disputeOf(campaign))!
    await act(world, FINANCE, 'resolve', { id, c: 'SPLIT', f: '30000', ...WHY })
    for (const page of [nora, chen]) {
      await seen(page.getByText(/^Decided on /))
      await seen(page.getByText(WHY.w))
      await seen(page.getByText('€300.00'))
      await seen(page.getByText('It is decided. Nothing more can be added.'))
      expect(await page.getByLabel('Your words').count()).toBe(0)
    }
    await seen(nora.getByText('A part of it goes back to you.'))
    await seen(chen.getByText('A part of it is released to you.'))
    expect([await stillTheSame(nora), await stillTheSame(chen)]).toEqual([true, true])
    expect(await faultsInEveryLook(nora, 'portal-dispute-decided')).toEqual([])
  })

  test('another one is withdrawn, after being asked once more; there is no second', async () => {
    const other = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    const { id } = await act(world, BUYER, 'open', {
      id: other.id,
      r: 'WRONG_DATES',
      s: 'It ran on Tuesday.',
    })
    await nora.goto(`/portal/disputes/${id}`)
    await press(nora, 'Withdraw the dispute')
    await seen(nora.getByRole('dialog').getByText(/There is no second dispute for this campaign/))
    await shoot(nora, 'portal-dispute-withdraw')
    await press(nora, 'Withdraw it')
    await seen(nora.getByText('You withdrew this dispute. There is no second one for this campaign.'))
    expect((await disputeOf(other))!.status).toBe('WITHDRAWN')
    await nora.goto(`/portal/campaigns/${other.id}/dispute`)
    await seen(nora.getByText('This campaign has a dispute'))
  })

  test('the terms say it all in plain words, and how rare disputes are', async () => {
    await nora.goto('/portal/terms#disputes')
    await seen(nora.getByRole('heading', { name: 'Disputes', exact: true }))
    await seen(nora.getByText('Of 2 completed campaigns here, 2 were disputed.'))
    expect(await nora.getByRole('heading', { level: 2 }).count()).toBe(2)
    expect(await faultsInEveryLook(nora, 'portal-terms')).toEqual([])
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
