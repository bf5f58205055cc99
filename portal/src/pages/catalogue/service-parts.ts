import type { ServicesQuery } from '../../gen/operations.js'

/** A service as the catalogue reads it. */
export type Service = ServicesQuery['services']['nodes'][number]
