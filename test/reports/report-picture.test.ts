import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import PostalMime from 'postal-mime'
import { mailroom, openMailroom } from '../../api/notifications/mailroom.js'
import { openMailer } from '../../api/platform/mailer/mailer.js'
import { chartInWords, chartOf, type ReportChart } from '../../api/reports/chart.js'
import { chartSvg } from '../../api/reports/chart-svg.js'
import { drawPicture } from '../../api/reports/draw-picture.js'
import { type MailServer, startMailServer } from '../notifications/mail-server.js'
import { ADMIN, AGENCY } from '../onboarding/a-document.js'
import { anOrderAtWork } from '../orders/a-delivery.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import { aDraft, asSaved, reportsOf, SAVE, SEND } from './a-report.js'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])
const HOSTILE = '</text><script>alert(1)</script>\u0000 “&” 𝔘𝔫𝔦 日本語 ' + 'x'.repeat(30)

const week = (value: number, at: number) => ({
  periodTo: new Date(Date.UTC(2026, 10, 2 + 7 * at)),
  figures: [{ name: 'Visitors', unit: '', value, points: [] }],
  stepsDone: at,
  stepsOpen: 9 - at,
})
const english = { language: 'en', zone: 'UTC' }

describe('a chart', () => {
  test('shows a figure as it went from report to report, and nothing of figures with another name', () => {
    const [first, second] = [week(10, 0), week(12.5, 1)]
    const other = { ...first, figures: [{ ...first.figures[0]!, name: 'Calls' }] }
    expect(chartOf(second, [other, first], english).series).toEqual([
      {
        name: 'Visitors',
        unit: '',
        points: [
          { label: '2 Nov', value: 10 },
          { label: '9 Nov', value: 12.5 },
        ],
      },
    ])
  })

  test('shows a course of its own, where a figure has one', () => {
    const points = [1, 2, 3].map((value) => ({ label: `Week ${value}`, value }))
    const now = { ...week(3, 2), figures: [{ name: 'Visitors', unit: '', value: 3, points }] }
    expect(chartOf(now, [week(9, 0)], english).series[0]!.points).toEqual(points)
  })

  test('shows the steps of the work where nobody counted anything, in the language of its reader', () => {
    const chart = chartOf({ ...week(0, 1), figures: [] }, [week(0, 0)], { language: 'de', zone: 'UTC' })
    expect(chartInWords(chart, 'de')).toBe(
      'Schritte der Arbeit. getan: 2. Nov. 0, 9. Nov. 1. noch offen: 2. Nov. 9, 9. Nov. 8.',
    )
  })

  test.each<[string, ReportChart]>([
    [
      'what people wrote',
      { kind: 'FIGURES', series: [{ name: HOSTILE, unit: HOSTILE, points: [{ label: HOSTILE, value: 1 }] }] },
    ],
    ['nothing at all', { kind: 'FIGURES', series: [] }],
    [
      'values below zero',
      {
        kind: 'FIGURES',
        series: [{ name: 'Profit', unit: '', points: [-5, 0, 8].map((value) => ({ label: 'w', value })) }],
      },
    ],
    [
      'zeros',
      {
        kind: 'STEPS',
        series: ['done', 'open'].map((name) => ({ name, unit: '', points: [{ label: 'w', value: 0 }] })),
      },
    ],
    [
      'many large values',
      {
        kind: 'FIGURES',
        series: Array.from({ length: 6 }, (_, at) => ({
          name: `Figure ${at}`,
          unit: 'm',
          points: Array.from({ length: 24 }, (_, i) => ({ label: `Week ${i}`, value: 10 ** 14 + i })),
        })),
      },
    ],
  ])('of %s becomes a picture', async (_what, chart) => {
    const svg = chartSvg(chart, 'en')
    expect(svg).not.toMatch(/<script|NaN|Infinity|undefined/)
    const png = await drawPicture(svg)
    expect(png.subarray(0, 4)).toEqual(PNG)
    expect(png.length).toBeLessThan(300_000)
  })

  test('is drawn on a thread of its own: ours hardly works for it, and serves others meanwhile', async () => {
    const chart = chartOf(
      week(12, 7),
      [0, 1, 2, 3, 4, 5, 6].map((at) => week(at * 7, at)),
      english,
    )
    await drawPicture(chartSvg(chart, 'en'))
    const before = process.threadCpuUsage()
    for (let i = 0; i < 10; i++) await drawPicture(chartSvg(chart, 'en'))
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000 / 10).toBeLessThan(10)
  })
})

describe('the picture of a report', () => {
  let world: World
  let server: MailServer
  let admin: Caller
  let buyer: Caller
  let orderId: string

  beforeAll(async () => {
    world = await openWorld()
    admin = await world.as(ADMIN)
    buyer = await world.as(AGENCY)
    server = await startMailServer()
    const { config } = world.running.house
    const mailer = openMailer({ smtpUrl: server.url, from: config.mailFrom })
    orderId = await anOrderAtWork(world)
    mailroom.bind({ ...openMailroom({ ...config, smtpUrl: server.url }), mailer })
    const draft = await aDraft(world, orderId)
    const figures = [{ name: 'Visitors', unit: 'per week', value: 1304, points: [] }]
    await admin.ask(SAVE, asSaved(draft, { f: figures }))
    await admin.ask(SEND, { id: draft.id })
    await world.settled()
  })
  afterAll(async () => {
    await server?.stop()
    await world?.close()
  })

  const bytesFor = async (caller: Caller) => {
    const [sent] = await reportsOf(caller, orderId)
    const answer = await fetch(sent!.pictureUrl!)
    expect(answer.headers.get('content-type')).toBe('image/png')
    return Buffer.from(await answer.arrayBuffer())
  }

  test('travels in the mail, in its place, with words for who does not see it, and is the page’s to the byte', async () => {
    const got = server.received.map((mail) => mail.raw).find((raw) => /report 1/i.test(raw))!
    const mail = await PostalMime.parse(got)
    const [picture, ...more] = mail.attachments
    expect(more).toEqual([])
    expect(picture).toMatchObject({ mimeType: 'image/png', disposition: 'inline', filename: 'report.png' })
    const cid = picture!.contentId!.replace(/[<>]/g, '')
    expect(mail.html).toContain(`src="cid:${cid}"`)
    expect(mail.html).toMatch(/alt="Visitors \(per week\): \d+ \w+ 1,304\."/)
    expect(mail.text).toMatch(/\[Visitors \(per week\): \d+ \w+ 1,304\.\]/)
    expect(mail.text).toMatch(/Visitors \(per week\) +– +1,304/)
    const bytes = Buffer.from(picture!.content as ArrayBuffer)
    expect(bytes.subarray(0, 4)).toEqual(PNG)
    expect(bytes.equals(await bytesFor(buyer))).toBe(true)
    expect(bytes.equals(await bytesFor(await world.as('client@demo.test')))).toBe(true)
  })

  test('is kept once, and in the outbox stands where the mail shows it', async () => {
    const [sent] = await reportsOf(buyer, orderId)
    const kept = await world.rows<{ bytes: number }>(
      'select octet_length(bytes) as bytes from report_pictures where report_id = $1',
      [sent!.id],
    )
    expect(kept).toHaveLength(1)
    const { order } = await admin.ask('query($id: ID!) { order(id: $id) { mails { template html } } }', {
      id: orderId,
    })
    const shown = order.mails.find((mail: { template: string }) => mail.template === 'report').html
    expect(shown).toContain('src="data:image/png;base64,iVBOR')
    expect(shown).not.toContain('cid:')
  })

  test('is given to nobody whose address was changed, or is over', async () => {
    const [sent] = await reportsOf(buyer, orderId)
    const url = sent!.pictureUrl!
    const other = (await reportsOf(admin, orderId)).find((report) => report.id !== sent!.id)!
    expect((await fetch(url.replace(sent!.id, other.id))).status).toBe(403)
    expect((await fetch(url.replace(/expires=\d/, 'expires=9'))).status).toBe(403)
    expect((await fetch(url.split('?')[0]!)).status).toBe(403)
  })

  test('is in the preview while somebody writes, and nothing of that is kept', async () => {
    const { draftReport: draft } = await admin.ask(
      'mutation($id: ID!) { draftReport(id: $id) { id version note } }',
      { id: (await reportsOf(admin, orderId)).find((report) => report.status === 'DUE')!.id },
    )
    const PREVIEW =
      'query($id: ID!, $c: ReportContentInput) { reportPreview(id: $id, content: $c) { subject html text } }'
    const figures = [{ name: 'Calls', value: 7 }]
    const content = { note: 'Still writing', done: [], next: [], questions: [], figures }
    const { reportPreview: shown } = await admin.ask(PREVIEW, { id: draft.id, c: content })
    expect(shown.text).toContain('> Still writing')
    expect(shown.html).toContain('src="data:image/png;base64,iVBOR')
    const [after] = (await reportsOf(admin, orderId)).filter((report) => report.id === draft.id)
    expect(after).toMatchObject({ note: '', version: draft.version, figures: [] })
    expect(await buyer.refused(PREVIEW, { id: draft.id })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
