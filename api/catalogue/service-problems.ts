import type { FieldProblem } from '../lib/refusal.js'
import type { Money } from '../lib/money.js'
import type { ServiceFlow } from './service-flow.js'
import { textProblems } from './text-problems.js'

/** What a service is called, says and costs, and what becomes of it. */
export interface ServiceDetails {
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly flow: ServiceFlow
  /** Final, in minor units. */
  readonly price: Money
  /** How long an appointment takes, in minutes; of no other service. */
  readonly appointmentMinutes?: number | null | undefined
}

/** The flows of services that the team adds; packages are added by the channels that sell them. */
export const teamFlows: readonly ServiceFlow[] = ['ONBOARDED', 'SELF_SERVICE', 'APPOINTMENT']

/** How long an appointment takes where nobody says. */
export const USUAL_MINUTES = 30
const SHORTEST_MINUTES = 5
const LONGEST_MINUTES = 480

const MOST_MONEY = 10_000_000_000n
const currencies = new Set(Intl.supportedValuesOf('currency'))

/** What stands against a service's facts, each problem at its path. Those left out are not looked at. */
export function serviceProblems(facts: Partial<ServiceDetails>): FieldProblem[] {
  const { name, summary, description, flow, price, appointmentMinutes: minutes } = facts
  return [
    ...(name === undefined ? [] : textProblems('name', name, { most: 120 })),
    ...(summary === undefined ? [] : textProblems('summary', summary, { most: 200 })),
    ...(description === undefined
      ? []
      : textProblems('description', description, { most: 5000, lines: true })),
    ...(flow === undefined || teamFlows.includes(flow)
      ? []
      : [{ path: 'flow', message: `${teamFlows.join(', ')}: the others are not added this way` }]),
    ...(price === undefined ? [] : priceProblems(price)),
    ...(minutes === undefined || minutes === null ? [] : minutesProblems(minutes, flow)),
  ]
}

function minutesProblems(minutes: number, flow: ServiceFlow | undefined): FieldProblem[] {
  const path = 'appointmentMinutes'
  if (flow !== undefined && flow !== 'APPOINTMENT')
    return [{ path, message: 'left out: only an appointment takes so long' }]
  return Number.isInteger(minutes) && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES
    ? []
    : [{ path, message: `${SHORTEST_MINUTES} to ${LONGEST_MINUTES} minutes` }]
}

function priceProblems({ amount, currency }: Money): FieldProblem[] {
  return [
    ...(amount > 0n ? [] : [{ path: 'price.amount', message: 'more than nothing' }]),
    ...(amount <= MOST_MONEY ? [] : [{ path: 'price.amount', message: `at most ${MOST_MONEY} minor units` }]),
    ...(currencies.has(currency) ? [] : [{ path: 'price.currency', message: 'a currency of ISO 4217' }]),
  ]
}
