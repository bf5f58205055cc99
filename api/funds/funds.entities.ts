import { HeldFundsEntity, PostingEntity, TransferEntity } from './ledger.entity.js'
import { OperationEntity } from './operation.entity.js'

/** Every table of this room that MikroORM knows. */
export const fundsEntities = [HeldFundsEntity, TransferEntity, PostingEntity, OperationEntity]
