import { port } from '../platform/port.js'

/** What is to be set up. The same key asks for the same thing: it is set up once, however often it is asked for. */
export interface ProvisionRequest {
  readonly key: string
  readonly serviceId: string
  readonly orderId: string
  readonly lineId: string
}

/** What became of a try. A provisioner that throws or does not answer in time has failed it, too. */
export type ProvisionOutcome =
  | { readonly result: 'ACTIVE'; readonly reference: string }
  | { readonly result: 'FAILED'; readonly failure: string }

/** Whoever really sets add-ons up. */
export interface Provisioner {
  provision(request: ProvisionRequest, signal: AbortSignal): Promise<ProvisionOutcome>
}

/** Bound by the app: the sandbox's own, or a real one. */
export const provisioner = port<Provisioner>('provisioner')
