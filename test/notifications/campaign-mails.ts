import { randomUUID } from 'node:crypto'
import { aCampaign, ADMIN, BUYER, CHANNEL, FINANCE, SUPPORT, type Wanted } from '../support/campaigns.js'
import { stockSmallPackage } from '../support/small-package.js'
import type { World } from '../support/world.js'

/** Who can be written to, by short names. */
const NAMES: Readonly<Record<string, string>> = {
  [BUYER]: 'buyer',
  [CHANNEL]: 'owner',
  'member@signal-street.test': 'member',
  [ADMIN]: 'admin',
  [FINANCE]: 'finance',
  [SUPPORT]: 'support',
}

/** A campaign of a package that stays on sale, at a stage; its mails are read from the beginning. */
export async function aLongCampaign(world: World, wanted: Omit<Wanted, 'package'>) {
  const known = await world.rows(`select from services where name = 'Small package'`)
  if (!known.length)
    await stockSmallPackage(
      (statement, values) => world.rows(statement, values),
      async (document, variables) => (await world.as(CHANNEL)).ask(document, variables),
      { price: 90_000n, creative: 'banner' },
    )
  return aCampaign(world, { ...wanted, package: 'Small package' })
}

const read = new Map<string, Set<string>>()

/** The mails about an order since it was last asked, each as `template: who, who`; what tells of tasks is left out. */
export async function toldSince(world: World, orderId: string): Promise<string[]> {
  await world.settled()
  const mails = await world.rows<{ id: string; template: string; to: string }>(
    `select id, template, to_address as "to" from mails where order_id = $1 and template not like 'task-%' order by queued_at, template`,
    [orderId],
  )
  const known = read.get(orderId) ?? new Set()
  read.set(orderId, new Set(mails.map(({ id }) => id)))
  const fresh = new Map<string, string[]>()
  for (const { id, template, to } of mails)
    if (!known.has(id)) fresh.set(template, [...(fresh.get(template) ?? []), NAMES[to] ?? to])
  return [...fresh].map(([template, names]) => `${template}: ${names.toSorted().join(', ')}`).toSorted()
}

/** The text of the newest mail of a kind about an order to somebody. */
export async function textOf(world: World, orderId: string, template: string, to: string): Promise<string> {
  const [mail] = await world.rows<{ text: string }>(
    'select text from mails where order_id = $1 and template = $2 and to_address = $3 order by queued_at desc, id desc limit 1',
    [orderId, template, to],
  )
  return mail?.text.replace(/\s+/g, ' ') ?? ''
}

/** A key that was not used before. */
export const fresh = () => randomUUID()
