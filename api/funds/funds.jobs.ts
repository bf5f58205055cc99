import { checkPayoutAccount } from './check-payout-account.js'
import { operationJobs } from './operation-jobs.js'

/** Every kind of job of this room. */
export const fundsJobs = [...operationJobs, checkPayoutAccount]
