import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld, type World } from '../support/world.js'
import { AGENCY, anOnboarding, answersBut, byLink, happened, SAVE } from './a-document.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('who held a link to a form that went to the wrong address hears nothing more of it, on a page that is open', async () => {
  const { id, orderId } = await anOnboarding(world)
  const wrong = await byLink(world)
  const open = wrong.follow('subscription($id: ID!) { onboardingUpdated(id: $id) { answers { value } } }', {
    id,
  })
  await open.until((seen) => seen.length > 0)
  const [mail] = await world.rows<{ id: string; contact: string }>(
    `update mails set state = 'FAILED', taken_at = null where order_id = $1 and template = 'onboarding-request' returning id, recipient_id as contact`,
    [orderId],
  )
  await world.rows(`update contacts set email = 'meant@demo.test' where id = $1`, [mail!.contact])
  const support = await world.as('support@demo.test')
  await support.ask('mutation($id: ID!) { resendMail(id: $id) { to } }', { id: mail!.id })
  const agency = await world.as(AGENCY)
  await agency.ask(SAVE, { id, a: answersBut({ goals: ['Said to nobody else'] }) })
  expect(await open.closed).toBe(4403)
  expect(JSON.stringify(open.seen)).not.toContain('Said to nobody else')
  expect(await happened(world, orderId)).toEqual(['requested', 'recipient-corrected', 'draft-saved'])
})
