import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  AGENCY,
  anOnboarding,
  ANSWERS,
  answersBut,
  BAKER,
  byLink,
  documentNow,
  filled,
  SAVE,
  SUBMIT,
} from './a-document.js'

const CHANGE = 'mutation($id: ID!, $c: ID!) { changeOnboardingRecipient(id: $id, contactId: $c) { status } }'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function contact(name: string): Promise<string> {
  return (await world.rows<{ id: string }>('select id from contacts where name = $1', [name]))[0]!.id
}

describe('an agency for its client', () => {
  test('fills the form, uploads, submits, takes back and submits again; the client sees all of it', async () => {
    const { id } = await anOnboarding(world)
    const agency = await world.as(AGENCY)
    const sent = await filled(world, agency, id)
    await agency.ask(SAVE, { id, a: ANSWERS.slice(0, 2), f: sent.f })
    const baker = await world.as(BAKER)
    const byTheBaker = await byLink(world)
    for (const other of [baker, byTheBaker])
      expect(await documentNow(other, id)).toMatchObject({
        status: 'DRAFT',
        files: [{ file: { id: sent.f[0]!.fileId, status: 'READY' } }],
      })
    await agency.ask(SUBMIT, sent)
    expect(await documentNow(baker, id)).toMatchObject({
      status: 'SUBMITTED',
      revisions: [{ number: 1, submittedBy: { kind: 'member', name: 'Nora Winter' } }],
    })
    await agency.ask('mutation($id: ID!) { withdrawOnboarding(id: $id) { status } }', { id })
    await byTheBaker.ask(SUBMIT, { ...sent, k: null, a: answersBut({ goals: ['Rye'] }) })
    expect(await documentNow(agency, id)).toMatchObject({
      status: 'SUBMITTED',
      revisions: [{ submittedBy: { name: 'Nora Winter' } }, { submittedBy: { name: 'Clara Hughes' } }],
      answers: expect.arrayContaining([{ key: 'goals', value: ['Rye'] }]),
    })
  })

  test('is offered what it may do; a colleague of the client only reads', async () => {
    const { id } = await anOnboarding(world)
    const offers = async (email: string) =>
      (await documentNow(await world.as(email), id))['availableActions']
        .filter((action: { allowed: boolean }) => action.allowed)
        .map((action: { name: string }) => action.name)
        .toSorted()
    expect(await offers(AGENCY)).toEqual([
      'changeOnboardingRecipient',
      'resendOnboardingRequest',
      'saveOnboardingDraft',
      'submitOnboarding',
    ])
    expect(await offers(BAKER)).toEqual(['saveOnboardingDraft', 'submitOnboarding'])
    expect(await offers(ADMIN)).toEqual([
      'changeOnboardingRecipient',
      'resendOnboardingRequest',
      'waiveOnboarding',
    ])
    await (await world.as(AGENCY)).ask(CHANGE, { id, c: await contact('Nora Winter') })
    expect(await offers(BAKER)).toEqual([])
  })
})
