import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { ADMIN, BUYER, CHANNEL, FINANCE, SUPPORT } from '../support/campaigns.js'
import { sendFile } from '../support/onboarding-form.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { act, aColleague, aDispute, CLAIM, clocksOf, disputeLog, refusedTo } from './a-dispute.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const READ = `query($id: ID!) { dispute(id: $id) { status yourSide overdue asked informationBy
  statements { kind party text givenBy givenAt } evidence { party sha256 addedBy addedAt file { name downloadUrl } } } }`
const read = async (who: string, id: string) => (await (await world.as(who)).ask(READ, { id }))['dispute']
const OURS = { s: 'The feature stood in the second edition.' }
const QUESTION = { o: 'CHANNEL', q: 'Please send the edition as a file.' }
const types = async (id: string) => (await disputeLog(world, id)).map(({ type }) => type)

describe('while a dispute is open both sides', () => {
  test('say more and hand in more, and each sees everything of the other, with whose it is and its fingerprint', async () => {
    const { id } = await aDispute(world)
    const [buyer, channel] = [await world.as(BUYER), await world.as(CHANNEL)]
    await act(world, BUYER, 'say', { id, s: 'We asked twice.' })
    await act(world, BUYER, 'show', { id, e: [await sendFile(buyer, 'inbox.txt', 'Nothing came.')] })
    await act(world, CHANNEL, 'say', { id, s: 'We have answered.' })
    await act(world, CHANNEL, 'show', { id, e: [await sendFile(channel, 'edition.txt', 'Here it is.')] })
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    for (const [who, side] of [
      [BUYER, 'BUYER'],
      [CHANNEL, 'CHANNEL'],
      [ADMIN, null],
      [FINANCE, null],
      [SUPPORT, null],
    ] as const) {
      const dispute = await read(who, id)
      expect(dispute).toMatchObject({
        yourSide: side,
        statements: [
          { kind: 'OPENING', party: 'BUYER', text: CLAIM.s, givenBy: 'Nora Winter' },
          { kind: 'STATEMENT', party: 'BUYER', text: 'We asked twice.', givenBy: 'Nora Winter' },
          { kind: 'STATEMENT', party: 'CHANNEL', text: 'We have answered.', givenBy: 'Chen Wu' },
        ],
        evidence: [
          {
            party: 'BUYER',
            sha256: sha('Nothing came.'),
            addedBy: 'Nora Winter',
            file: { name: 'inbox.txt' },
          },
          { party: 'CHANNEL', sha256: sha('Here it is.'), addedBy: 'Chen Wu', file: { name: 'edition.txt' } },
        ],
      })
      const bodies = await Promise.all(
        dispute.evidence.map(async ({ file }: { file: { downloadUrl: string } }) =>
          (await fetch(file.downloadUrl)).text(),
        ),
      )
      expect(bodies).toEqual(['Nothing came.', 'Here it is.'])
    }
    expect(await types(id)).toEqual([
      'dispute.opened',
      'dispute.statement-added',
      'dispute.evidence-added',
      'dispute.statement-added',
      'dispute.evidence-added',
    ])
  })

  /** Whoever waits too long for the others on a busy machine is told so, and says it again. */
  const sayUntilHeard = async (who: string, said: { id: string; s: string }): Promise<void> => {
    try {
      await act(world, who, 'say', said)
    } catch (error) {
      if (!String(error).includes('BUSY:')) throw error
      await sayUntilHeard(who, said)
    }
  }

  test('are heard at the same moment without either losing a word', async () => {
    const { id } = await aDispute(world)
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => sayUntilHeard(i % 2 ? BUYER : CHANNEL, { id, s: `Word ${i}` })),
    )
    const { statements } = await read(BUYER, id)
    expect(statements.map((s: { text: string }) => s.text).toSorted()).toEqual(
      [CLAIM.s, ...Array.from({ length: 6 }, (_, i) => `Word ${i}`)].toSorted(),
    )
  })

  test('are followed live', async () => {
    const { id } = await aDispute(world)
    const live = (await world.as(CHANNEL)).follow(
      'subscription($id: ID!) { disputeUpdated(id: $id) { version statements { text } } }',
      { id },
    )
    await live.until((seen) => seen.length > 0)
    await act(world, BUYER, 'say', { id, s: 'One more thing.' })
    const seen = await live.until((all) => all.at(-1)!['disputeUpdated'].statements.length === 2)
    expect(seen.at(-1)!['disputeUpdated'].statements[1].text).toBe('One more thing.')
    await live.stop()
  })

  test('nobody else reads them: not whom the work may be for, not strangers; and no third party adds to them', async () => {
    const { id } = await aDispute(world)
    expect(await read('client@demo.test', id)).toBeNull()
    expect((await refusedTo(world, 'client@demo.test', 'say', { id, s: 'Me, too.' })).code).toBe('NOT_FOUND')
    expect((await refusedTo(world, ADMIN, 'say', { id, s: 'We, too.' })).code).toBe('FORBIDDEN')
    const own = await sendFile(await world.as(BUYER), 'own.txt', 'x')
    expect((await refusedTo(world, CHANNEL, 'show', { id, e: [own] })).code).toBe('NOT_FOUND')
    expect(await refusedTo(world, BUYER, 'show', { id, e: [] })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'evidence' }],
    })
  })

  test('every member of a side adds to it, owner or not; withdrawing is an owner’s', async () => {
    const { id } = await aDispute(world)
    const member = await aColleague(world)
    expect(await act(world, member, 'say', { id, s: 'I saw it, too.' })).toMatchObject({ yourSide: 'BUYER' })
    expect((await refusedTo(world, member, 'withdraw', { id })).code).toBe('FORBIDDEN')
  })

  test('hand in no more than somebody can read: fifty statements each', async () => {
    const { id } = await aDispute(world)
    await world.rows(
      `insert into dispute_statements (id, dispute_id, kind, party, text, given_by_kind, given_by_id, given_at)
        select 'dst_filler' || n, $1, 'STATEMENT', 'BUYER', 'x', 'member', 'usr_x', app_now() from generate_series(1, 49) n`,
      [id],
    )
    expect(await refusedTo(world, BUYER, 'say', { id, s: 'And another.' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'statement', message: 'at most 50 from each side' }],
    })
    expect(await act(world, CHANNEL, 'say', { id, s: 'Our first.' })).toMatchObject({ id })
  })
})

describe('the channel', () => {
  test('responds within 72 hours, with evidence; then our team looks into it', async () => {
    const { id } = await aDispute(world)
    const file = await sendFile(await world.as(CHANNEL), 'second.txt', 'The second edition.')
    const done = await act(world, CHANNEL, 'respond', { id, ...OURS, e: [file] })
    expect(done).toMatchObject({ status: 'UNDER_REVIEW', yourSide: 'CHANNEL' })
    expect(await clocksOf(world, id)).not.toContain('response')
    expect((await disputeLog(world, id)).at(-1)).toMatchObject({
      type: 'dispute.responded',
      data: { evidenceIds: [expect.stringMatching(/^dev_/)], statementId: expect.stringMatching(/^dst_/) },
    })
    expect(await refusedTo(world, CHANNEL, 'respond', { id, ...OURS })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'UNDER_REVIEW',
    })
  })

  test('alone responds', async () => {
    const { id } = await aDispute(world)
    expect((await refusedTo(world, BUYER, 'respond', { id, ...OURS })).code).toBe('FORBIDDEN')
    expect((await refusedTo(world, ADMIN, 'respond', { id, ...OURS })).code).toBe('FORBIDDEN')
  })

  test('that is silent has only ended the wait, and can still add to it', async () => {
    const { id } = await aDispute(world)
    await world.move(72 * HOUR + 3000)
    expect((await read(CHANNEL, id)).status).toBe('UNDER_REVIEW')
    expect((await disputeLog(world, id)).at(-1)).toMatchObject({
      type: 'dispute.response-lapsed',
      actor: 'system',
    })
    expect((await refusedTo(world, CHANNEL, 'respond', { id, ...OURS })).code).toBe('INVALID_TRANSITION')
    expect(await act(world, CHANNEL, 'say', { id, ...OURS })).toMatchObject({ status: 'UNDER_REVIEW' })
  })
})

describe('our team', () => {
  test('asks one side for something; that side alone answers, and both read question and answer', async () => {
    const { id } = await aDispute(world)
    expect((await refusedTo(world, ADMIN, 'ask', { id, ...QUESTION })).code).toBe('INVALID_TRANSITION')
    await act(world, CHANNEL, 'respond', { id, ...OURS })
    expect((await refusedTo(world, FINANCE, 'ask', { id, ...QUESTION })).code).toBe('FORBIDDEN')
    const asked = await act(world, ADMIN, 'ask', { id, ...QUESTION })
    expect(asked).toMatchObject({ status: 'AWAITING_INFORMATION', asked: 'CHANNEL' })
    expect(asked['dueAt']).toBe(asked['informationBy'])
    expect((await refusedTo(world, BUYER, 'answer', { id, s: 'We know nothing.' })).code).toBe('FORBIDDEN')
    const answered = await act(world, CHANNEL, 'answer', { id, s: 'Here it is.' })
    expect(answered).toMatchObject({ status: 'UNDER_REVIEW', asked: null, informationBy: null })
    const { statements } = await read(BUYER, id)
    expect(statements.slice(-2)).toMatchObject([
      { kind: 'QUESTION', party: null, text: QUESTION.q, givenBy: 'Ada Okafor' },
      { kind: 'ANSWER', party: 'CHANNEL', text: 'Here it is.' },
    ])
    expect((await types(id)).slice(-2)).toEqual([
      'dispute.information-requested',
      'dispute.information-answered',
    ])
  })

  test('goes on without an answer after 72 hours', async () => {
    const { id } = await aDispute(world)
    await act(world, CHANNEL, 'respond', { id, ...OURS })
    await act(world, ADMIN, 'ask', { id, o: 'BUYER', q: 'Which edition did you look at?' })
    await world.move(72 * HOUR + 3000)
    expect(await read(BUYER, id)).toMatchObject({ status: 'UNDER_REVIEW', asked: null, informationBy: null })
    expect((await disputeLog(world, id)).at(-1)).toMatchObject({
      type: 'dispute.information-lapsed',
      data: { of: 'BUYER' },
    })
  })

  test('gives no more time to answer than there is to decide', async () => {
    const { id } = await aDispute(world)
    await act(world, CHANNEL, 'respond', { id, ...OURS })
    await world.move(29 * 24 * HOUR)
    const asked = await act(world, ADMIN, 'ask', { id, ...QUESTION })
    expect(asked['informationBy']).toBe(asked['fallbackAt'])
  })
})
