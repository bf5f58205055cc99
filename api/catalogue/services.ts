import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { enter, transition } from '../platform/transition.js'
import type { CatalogueEventData } from './catalogue.events.js'
import { ServiceEntity } from './catalogue.entity.js'
import { missingForSale, serviceMachine } from './service.machine.js'
import { type ServiceDetails, serviceProblems, USUAL_MINUTES } from './service-problems.js'

/** Adds a service; it is in preparation, and not on sale before it is offered. @refuses FORBIDDEN, VALIDATION */
export async function addService(tx: Tx, input: ServiceDetails): Promise<string> {
  return prepareService(tx, newId('svc'), input)
}

/** The same under an id of the caller's choice, for the demo world. @refuses FORBIDDEN, VALIDATION */
export async function prepareService(tx: Tx, id: string, input: ServiceDetails): Promise<string> {
  if (!isStaff(tx.viewer, 'ADMIN') && tx.viewer.kind !== 'system') throw new Refusal('FORBIDDEN')
  const problems = serviceProblems(input)
  if (problems.length) refuseFields(problems)
  const { name, summary, description, flow, price } = input
  const { amount, currency } = price
  await tx.em.insert(ServiceEntity, {
    id,
    name: name.trim(),
    summary: summary.trim(),
    description: description.trim(),
    flow,
    status: serviceMachine.initial,
    priceAmount: amount,
    currency,
    appointmentMinutes: flow === 'APPOINTMENT' ? (input.appointmentMinutes ?? USUAL_MINUTES) : null,
  })
  const data: CatalogueEventData['service.added'] = { flow, amount: String(amount), currency }
  await enter(tx, serviceMachine, id, { type: 'service.added', data })
  return id
}

/** What can be changed of a service; what is left out stays as it is. */
export type ServiceChange = { readonly id: string } & {
  readonly [K in keyof ServiceDetails]?: ServiceDetails[K] | null
}

/**
 * Changes what a service is called, says or costs; carts see a new price at checkout, orders keep theirs. Its flow can
 * be changed until it was first ordered. @refuses NOT_FOUND, FORBIDDEN, VALIDATION, SERVICE_INCOMPLETE
 */
export async function changeService(tx: Tx, { id, ...input }: ServiceChange): Promise<string> {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<ServiceDetails>
  const before = await presentFacts(tx, id)
  const problems = serviceProblems({
    ...given,
    ...(given.appointmentMinutes ? { flow: given.flow ?? before.flow } : {}),
  })
  if (problems.length) refuseFields(problems)
  const fields = Object.keys(given).filter((key) => differs(before, given, key as keyof ServiceDetails))
  if (fields.length === 0) return id
  const price = given.price ?? before.price
  await transition(tx, serviceMachine, id, 'changeService', (service) => {
    const flow = given.flow ?? before.flow
    if (flow !== before.flow && service.sold)
      refuseFields([{ path: 'flow', message: 'as it is: what becomes of an ordered service stays the same' }])
    const missing = service.status === 'OFFERED' ? missingForSale(flow, service) : []
    if (missing.length) throw new Refusal('SERVICE_INCOMPLETE', undefined, { missing })
    const data: CatalogueEventData['service.changed'] = {
      fields,
      amount: String(price.amount),
      currency: price.currency,
    }
    return { set: { ...columnsOf(given), ...minutesOf(flow, { ...before, ...given }) }, data }
  })
  return id
}

/** Puts a service on sale. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, SERVICE_INCOMPLETE */
export async function offerService(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, serviceMachine, id, 'offerService', ({ formId, blueprintId, packageId }) => ({
    data: {
      formId,
      blueprintId,
      ...(packageId ? { packageId } : {}),
    } satisfies CatalogueEventData['service.offered'],
  }))
  return id
}

/** Takes a service off sale; carts are told at checkout, orders go on. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION */
export async function withdrawService(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, serviceMachine, id, 'withdrawService')
  return id
}

/** The facts as they are, under the lock of the service. */
async function presentFacts(tx: Tx, id: string): Promise<ServiceDetails> {
  await row(tx, sql`select id from streams where id = ${id} for no key update`)
  const found = await row<Omit<ServiceDetails, 'price'> & { amount: string; currency: string }>(
    tx,
    sql`select name, summary, description, flow, price_amount::text as amount, currency, appointment_minutes as "appointmentMinutes" from services where id = ${id}`,
  )
  if (!found) throw new Refusal('NOT_FOUND')
  const { amount, currency, ...rest } = found
  return { ...rest, price: { amount: BigInt(amount), currency } }
}

function differs(before: ServiceDetails, given: Partial<ServiceDetails>, key: keyof ServiceDetails): boolean {
  if (key === 'appointmentMinutes') return given[key] !== before[key]
  if (key !== 'price') return given[key]?.trim() !== before[key]
  return given.price?.amount !== before.price.amount || given.price.currency !== before.price.currency
}

/** How long it takes: of an appointment alone. */
function minutesOf(flow: string, { appointmentMinutes }: Partial<ServiceDetails>) {
  return { appointment_minutes: flow === 'APPOINTMENT' ? (appointmentMinutes ?? USUAL_MINUTES) : null }
}

function columnsOf({ name, summary, description, flow, price }: Partial<ServiceDetails>) {
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(summary === undefined ? {} : { summary: summary.trim() }),
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(flow === undefined ? {} : { flow }),
    ...(price === undefined ? {} : { price_amount: price.amount, currency: price.currency }),
  }
}
