import { requestCapture } from '../../../api/funds/request-capture.js'
import { freshDatabase } from '../../support/database.js'
import { type FundsHouse, openFundsHouse } from './funds-house.js'
import { lookAt } from './look.js'

/** A house of the lower floors at work, in a database of its own, in which campaigns are paid. */
export interface CampaignFunds {
  readonly funds: FundsHouse
  readonly look: ReturnType<typeof lookAt>
  /** The order of a campaign whose money the gateway was asked to set aside, and has answered. */
  readonly authorised: (token?: string) => Promise<string>
  /** The same, asked to be taken in, and answered. */
  readonly captured: (token?: string) => Promise<string>
  /** Ends it; throws where an invariant of the books does not hold. */
  close(): Promise<void>
}

/** Opens it, with its workers. */
export async function openCampaignFunds(): Promise<CampaignFunds> {
  const database = await freshDatabase()
  const funds = await openFundsHouse(database.url, { work: true })
  const look = lookAt(funds)
  const authorised = async (token = 'tok_ok') => {
    const orderId = await funds.authorise(token)
    await look.answered(orderId)
    return orderId
  }
  const captured = async (token = 'tok_ok') => {
    const orderId = await authorised(token)
    await funds.do((tx) => requestCapture(tx, { orderId }))
    await look.answered(orderId)
    return orderId
  }
  const close = async () => {
    await funds.close()
    await database.drop()
  }
  return { funds, look, authorised, captured, close }
}
