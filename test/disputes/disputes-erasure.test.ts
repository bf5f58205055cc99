import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN, BUYER, CHANNEL } from '../support/campaigns.js'
import { sendFile } from '../support/onboarding-form.js'
import { openWorld, type World } from '../support/world.js'
import { act, aColleague, aDispute } from './a-dispute.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('what somebody said in a dispute is erased with them, and so is their name in the words of others; that it was said, and the fingerprint of what they showed, stays', async () => {
  const { id } = await aDispute(world)
  const email = await aColleague(world)
  const member = await world.as(email)
  await act(world, email, 'say', { id, s: 'I have looked myself.' })
  await act(world, email, 'show', { id, e: [await sendFile(member, 'seen.txt', 'What I saw.')] })
  await act(world, CHANNEL, 'respond', { id, s: `We have told ${email} that it ran.` })
  const [user] = await world.rows<{ contact: string }>(
    'select m.contact_id as contact from members m join users u on u.id = m.user_id where u.email = $1',
    [email],
  )
  const { erasePerson } = await (
    await world.as(ADMIN)
  ).ask('mutation($id: ID!) { erasePerson(id: $id, reason: "Asked for it by letter") { subjects } }', {
    id: user!.contact,
  })
  expect(erasePerson).toBeTruthy()
  await world.settled()
  const { dispute } = await (
    await world.as(BUYER)
  ).ask(
    'query($id: ID!) { dispute(id: $id) { statements { kind text givenBy } evidence { sha256 addedBy file { name status downloadUrl } } } }',
    { id },
  )
  expect(dispute.statements).toMatchObject([
    { kind: 'OPENING', text: expect.any(String), givenBy: 'Nora Winter' },
    { kind: 'STATEMENT', text: null, givenBy: 'Erased person' },
    { kind: 'RESPONSE', text: 'We have told Erased person that it ran.' },
  ])
  expect(dispute.evidence).toEqual([
    {
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      addedBy: 'Erased person',
      file: { name: 'erased', status: 'REFUSED', downloadUrl: null },
    },
  ])
  const kept = await world.rows<{ text: string }>(
    `select data::text as text from events where aggregate_id = $1`,
    [id],
  )
  expect(kept.filter(({ text }) => text.includes('looked') || text.includes(email))).toEqual([])
})
