import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isMember, personOf } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { enter, lockFor, transition } from '../platform/transition.js'
import { PackageEntity, ServiceEntity } from './catalogue.entity.js'
import type { CatalogueEventData } from './catalogue.events.js'
import { contentProblems, type PackageContent, type PackageDetails, tidyContent } from './package-problems.js'
import { serviceMachine } from './service.machine.js'
import { serviceProblems } from './service-problems.js'

/**
 * Adds a package to what a channel of the caller's sells; it is in preparation, and not on sale before it is offered.
 * @refuses NOT_FOUND, VALIDATION
 */
export async function addPackage(tx: Tx, input: PackageDetails & { channelId: string }): Promise<string> {
  return preparePackage(tx, newId('svc'), input)
}

/** The same under an id of the caller's choice, for the demo world. @refuses NOT_FOUND, VALIDATION */
export async function preparePackage(
  tx: Tx,
  id: string,
  { channelId, ...details }: PackageDetails & { channelId: string },
): Promise<string> {
  if (!isMember(tx.viewer, channelId) && tx.viewer.kind !== 'system') throw new Refusal('NOT_FOUND')
  const { kind, today } = await channelOf(tx, channelId)
  const content = tidyContent(details)
  const problems = [
    ...(kind === 'CHANNEL' ? [] : [{ path: 'channelId', message: 'a channel: other organisations buy' }]),
    ...serviceProblems(details),
    ...contentProblems(content, today),
  ]
  if (problems.length) refuseFields(problems)
  const { name, summary, description, price } = details
  const packageId = newId('pkg')
  await tx.em.insert(ServiceEntity, {
    id,
    name: name.trim(),
    summary: summary.trim(),
    description: description.trim(),
    flow: 'CAMPAIGN',
    channelId,
    status: serviceMachine.initial,
    priceAmount: price.amount,
    currency: price.currency,
  })
  const data: CatalogueEventData['service.added'] = {
    flow: 'CAMPAIGN',
    amount: String(price.amount),
    currency: price.currency,
    packageId,
  }
  await enter(tx, serviceMachine, id, { type: 'service.added', data })
  await publishPackage(tx, { packageId, serviceId: id, version: 1, content })
  return id
}

/** What can be changed of a package; what is left out stays as it is. */
export type PackageChange = { readonly id: string } & {
  readonly [K in keyof PackageDetails]?: PackageDetails[K] | null | undefined
}

/**
 * Changes what a package is called, says or costs, or publishes a new version of what it asks and promises; orders keep
 * the price and the version they were placed with. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION
 */
export async function changePackage(tx: Tx, { id, ...input }: PackageChange): Promise<string> {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<PackageDetails>
  const before = await presentPackage(tx, id)
  const after = { ...before, ...given }
  const fields = (Object.keys(given) as (keyof PackageDetails)[]).filter((key) => differs(before, after, key))
  if (fields.length === 0 && isMember(tx.viewer, before.channelId)) return id
  const content = tidyContent(after)
  const newVersion = fields.some((key) => VERSIONED.includes(key))
  const packageId = newVersion ? newId('pkg') : before.packageId
  const version = before.version + (newVersion ? 1 : 0)
  const { amount, currency } = after.price
  await transition(tx, serviceMachine, id, 'changePackage', () => {
    const today = fields.includes('endsOn') ? before.today : undefined
    const problems = [...serviceProblems(given), ...contentProblems(content, today)]
    if (problems.length) refuseFields(problems)
    const data: CatalogueEventData['service.package-changed'] = {
      fields,
      amount: String(amount),
      currency,
      packageId,
      version,
    }
    return { set: columnsOf(given), data }
  })
  if (newVersion) await publishPackage(tx, { packageId, serviceId: id, version, content })
  return id
}

/** What a new version is made of; what it is called, says and costs is the same for all. */
const VERSIONED: readonly (keyof PackageDetails)[] = ['requiredCreatives', 'terms', 'startsOn', 'endsOn']

async function publishPackage(
  tx: Tx,
  of: { packageId: string; serviceId: string; version: number; content: PackageContent },
): Promise<void> {
  const { packageId, serviceId, version, content } = of
  await tx.em.insert(PackageEntity, {
    id: packageId,
    serviceId,
    version,
    ...content,
    requiredCreatives: [...content.requiredCreatives],
    publishedAt: tx.now,
    publishedById: personOf(tx.viewer),
  })
  await row(tx, sql`update services set package_id = ${packageId} where id = ${serviceId}`)
}

/** What kind of organisation it is, and what day it is there. */
async function channelOf(tx: Tx, channelId: string): Promise<{ kind: string; today: string }> {
  const found = await row<{ kind: string; today: string }>(
    tx,
    sql`select kind, (${tx.now}::timestamptz at time zone time_zone)::date::text as today from organisations where id = ${channelId}`,
  )
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}

type Present = PackageDetails & { channelId: string; packageId: string; version: number; today: string }

/** The package as it is, under its lock: those of its channel who change it at once take turns. */
async function presentPackage(tx: Tx, id: string): Promise<Present> {
  await lockFor(tx, serviceMachine, id, 'changePackage')
  const found = await row<Omit<Present, 'price'> & { amount: string; currency: string }>(
    tx,
    sql`select s.channel_id as "channelId", s.name, s.summary, s.description, s.price_amount::text as amount, s.currency, p.id as "packageId", p.version,
        p.required_creatives as "requiredCreatives", p.terms, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
        (${tx.now}::timestamptz at time zone c.time_zone)::date::text as today
      from services s join packages p on p.id = s.package_id join organisations c on c.id = s.channel_id where s.id = ${id}`,
  )
  if (!found) throw new Refusal('NOT_FOUND')
  const { amount, currency, ...rest } = found
  return { ...rest, price: { amount: BigInt(amount), currency } }
}

function differs(before: PackageDetails, after: PackageDetails, key: keyof PackageDetails): boolean {
  const said = (value: unknown): string =>
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'bigint' ? String(inner) : typeof inner === 'string' ? inner.trim() : inner,
    )
  return said(plain(before, key)) !== said(plain(after, key))
}

/** A value with its parts in one order, however it came. */
function plain(details: PackageDetails, key: keyof PackageDetails): unknown {
  if (key === 'price') return [details.price.amount, details.price.currency]
  return key === 'requiredCreatives' ? tidyContent(details).requiredCreatives : details[key]
}

function columnsOf({ name, summary, description, price }: Partial<PackageDetails>) {
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(summary === undefined ? {} : { summary: summary.trim() }),
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(price === undefined ? {} : { price_amount: price.amount, currency: price.currency }),
  }
}
