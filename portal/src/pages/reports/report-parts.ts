import type { ReportQuery } from '../../gen/operations.js'

/** A report as its page reads it. */
export type Report = NonNullable<ReportQuery['report']>
