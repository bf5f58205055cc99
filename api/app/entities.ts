import type { EntitySchema } from '@mikro-orm/postgresql'
import { accountsEntities } from '../accounts/accounts.entity.js'
import { catalogueEntities } from '../catalogue/catalogue.entity.js'
import { fileEntities } from '../files/file.entity.js'
import { fundsEntities } from '../funds/funds.entities.js'
import { platformEntities } from '../platform/platform.entity.js'

/** Every table that MikroORM knows: the drift test holds the migrations against these. */
export const entities: readonly EntitySchema[] = [...platformEntities, ...accountsEntities, ...fileEntities, ...catalogueEntities, ...fundsEntities]
