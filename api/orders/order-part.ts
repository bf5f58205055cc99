import type { ServiceFlow } from '../catalogue/service-flow.js'
import type { Tx } from '../platform/context.js'
import { port } from '../platform/port.js'

/** A line of an order, as its part needs it. */
export interface PartLine {
  readonly id: string
  readonly orderId: string
  readonly serviceId: string
  readonly formId: string | null
  readonly blueprintId: string | null
  /** Absent where nobody is asked for an onboarding. */
  readonly recipientContactId: string | null
  /** Of a campaign: the version of the package that was bought, and the channel that sells it. */
  readonly packageId: string | null
  readonly channelId: string | null
  readonly buyerId: string
  /** Of an appointment: with whom it is wanted, who attends it, and how many minutes it takes. */
  readonly counterpartId: string | null
  readonly attendeeContactId: string | null
  readonly appointmentMinutes: number | null
  readonly priceAmount: bigint
  readonly currency: string
}

/** What the buyer wants changed, for the how-manieth time. */
export interface Revision {
  readonly number: number
  readonly text: string
}

/** What a line becomes: each flow has one, in a room above. Its effects are the system's doing. */
export interface OrderPart {
  /** The payment is final: begin. */
  start(tx: Tx, line: PartLine): Promise<void>
  /** The order is held, its stream already is: the clocks that the platform does not know stand still. */
  hold(tx: Tx, line: PartLine): Promise<void>
  /** The order goes on, its deadlines already do: these clocks have what they had left. */
  resume(tx: Tx, line: PartLine): Promise<void>
  /** The buyer wants the delivered work changed: raise the work. Of parts whose work is delivered. */
  revise?(tx: Tx, line: PartLine, revision: Revision): Promise<void>
  /** The order ends: leave nothing running. */
  end(tx: Tx, line: PartLine): Promise<void>
}

/** The part of each flow. Bound by the app. */
export const orderParts = port<Readonly<Partial<Record<ServiceFlow, OrderPart>>>>('order parts')
