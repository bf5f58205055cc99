import { ChargebackEntity } from './chargeback.entity.js'
import { FreezeEntity } from './freeze.entity.js'
import { HeldFundsEntity, PostingEntity, TransferEntity } from './ledger.entity.js'
import { OperationEntity } from './operation.entity.js'
import { PayoutAccountEntity } from './payout-account.entity.js'

/** Every table of this room that MikroORM knows. */
export const fundsEntities = [
  HeldFundsEntity,
  TransferEntity,
  PostingEntity,
  OperationEntity,
  FreezeEntity,
  PayoutAccountEntity,
  ChargebackEntity,
]
