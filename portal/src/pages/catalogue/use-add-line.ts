import { useState } from 'react'
import {
  AddCartLineDocument,
  type AppointmentInput,
  CartsDocument,
  CreateCartDocument,
  type LineRecipient,
} from '../../gen/operations.js'
import { ask } from '../../wire/ask.js'
import { useVerb } from '../../wire/use-verb.js'

export interface NewLine {
  serviceId: string
  beneficiaryId: string
  /** Whose contact gets its form; nobody's where it has none. */
  recipient?: LineRecipient
  recipientContactId?: string
  /** Of an appointment: with whom, and who attends. */
  appointment?: AppointmentInput
}

/** Adds a line to the buyer's cart, and makes the cart where there is none yet. */
export function useAddLine(buyerId: string) {
  const create = useVerb(CreateCartDocument)
  const add = useVerb(AddCartLineDocument)
  const [finding, setFinding] = useState(false)
  const [lost, setLost] = useState<Error>()

  const cartId = async (): Promise<string | undefined> => {
    const { carts } = await ask(CartsDocument, {})
    const open = carts.nodes.find((cart) => cart.status === 'FILLING' && cart.buyer?.id === buyerId)
    if (open) return open.id
    const made = await create.run({ buyerId })
    return made?.createCart?.id
  }
  const run = async (line: NewLine): Promise<boolean> => {
    setFinding(true)
    setLost(undefined)
    try {
      const id = await cartId()
      return id !== undefined && (await add.run({ id, ...line })) !== undefined
    } catch (error) {
      setLost(error as Error)
      return false
    } finally {
      setFinding(false)
    }
  }
  return { run, pending: finding || add.pending, error: lost ?? create.error ?? add.error }
}
