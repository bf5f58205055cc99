import type { Caller } from '../support/caller.js'
import { ADD, OFFER, PUBLISH_BLUEPRINT, PUBLISH_FORM, question, step } from './a-service.js'

/** What a service costs that is sold in dollars, in cents. */
export const DOLLARS = '77700'

/** Puts a service on sale that is paid in dollars. */
export async function offerInDollars(admin: Caller, name: string): Promise<void> {
  const { addService } = await admin.ask(ADD, { n: name, f: 'ONBOARDED', a: DOLLARS, c: 'USD' })
  const { id } = addService
  await admin.ask(PUBLISH_FORM, { id, t: 'Before we start', f: [question('name')] })
  await admin.ask(PUBLISH_BLUEPRINT, { id, s: [step('audit')] })
  await admin.ask(OFFER, { id })
}
