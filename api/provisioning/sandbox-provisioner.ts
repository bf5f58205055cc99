import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Provisioner, ProvisionOutcome } from './provisioner.js'

/**
 * A provisioner that keeps books of its own: each key is set up once, and a service that was told to fail refuses the
 * first so many tries of each of its lines.
 */
export function sandboxProvisioner(db: pg.Pool): Provisioner {
  return {
    async provision({ key, serviceId }): Promise<ProvisionOutcome> {
      const { rows } = await db.query<{ reference: string | null; tries: number }>(
        `insert into sandbox.provisioned as p (key, service_id, tries, reference, active_at)
         values ($1, $2, 1, case when ${failuresOf('$2')} < 1 then $3::text end, case when ${failuresOf('$2')} < 1 then clock_timestamp() end)
         on conflict (key) do update set tries = p.tries + 1,
           reference = coalesce(p.reference, case when ${failuresOf('p.service_id')} <= p.tries then $3::text end),
           active_at = coalesce(p.active_at, case when ${failuresOf('p.service_id')} <= p.tries then clock_timestamp() end)
         returning reference, tries`,
        [key, serviceId, `sbx_${randomBytes(9).toString('base64url')}`],
      )
      const { reference, tries } = rows[0]!
      return reference
        ? { result: 'ACTIVE', reference }
        : { result: 'FAILED', failure: `The sandbox refuses try ${tries}.` }
    },
  }
}

/** Has the sandbox refuse the first so many tries of every line of a service; 0 mends it. */
export async function letProvisioningFail(
  db: pg.Pool,
  { serviceId, failures }: { serviceId: string; failures: number },
): Promise<void> {
  await db.query(
    `insert into sandbox.provisioner_faults (service_id, failures) values ($1, $2)
     on conflict (service_id) do update set failures = excluded.failures`,
    [serviceId, failures],
  )
}

function failuresOf(serviceId: string): string {
  return `coalesce((select failures from sandbox.provisioner_faults f where f.service_id = ${serviceId}), 0)`
}
