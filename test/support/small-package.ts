import { randomUUID } from 'node:crypto'

/** What can be bought of it, and by whom. */
export interface SmallPackage {
  readonly service: string
  readonly agency: string
  /** A contact of the agency. */
  readonly contact: string
}

type Rows = <T>(statement: string, values?: unknown[]) => Promise<T[]>
type Ask = (document: string, variables: Record<string, unknown>) => Promise<Record<string, never>>

/** A package of the demo channel that is small enough to live through in no time: one required creative, an image. */
export async function stockSmallPackage(
  rows: Rows,
  channel: Ask,
  of: { readonly price: bigint; readonly creative: string },
): Promise<SmallPackage> {
  const [seller] = await rows<{ id: string }>(`select id from organisations where kind = 'CHANNEL' limit 1`)
  const asset = { label: 'Banner', instructions: 'Wide.', required: true, types: ['image/png'] }
  const { addPackage } = await channel(
    `mutation($c: ID!, $p: MoneyInput!, $r: [RequiredCreativeInput!]!, $k: String) {
      addPackage(channelId: $c, name: "Small package", summary: "Small.", description: "Small.", price: $p, requiredCreatives: $r,
        terms: "As agreed.", startsOn: "2026-11-01", endsOn: "2999-12-31", idempotencyKey: $k) { id } }`,
    {
      c: seller!.id,
      p: { amount: String(of.price), currency: 'EUR' },
      r: [{ key: of.creative, ...asset }],
      k: randomUUID(),
    },
  )
  const service: string = addPackage!['id']
  await channel('mutation($id: ID!, $k: String) { offerService(id: $id, idempotencyKey: $k) { id } }', {
    id: service,
    k: randomUUID(),
  })
  const [buyer] = await rows<{ agency: string; contact: string }>(
    `select m.organisation_id as agency, m.contact_id as contact from members m join users u on u.id = m.user_id where u.email = 'agency@demo.test'`,
  )
  return { service, ...buyer! }
}

/** Puts it into a cart and checks out. Returns the order's id. */
export async function placeSmallCampaign(ask: Ask, { service, agency }: SmallPackage): Promise<string> {
  const { createCart } = await ask(
    'mutation($b: ID!, $k: String) { createCart(buyerId: $b, idempotencyKey: $k) { id } }',
    { b: agency, k: randomUUID() },
  )
  const id = createCart!['id']
  const { addCartLine } = await ask(
    'mutation($id: ID!, $s: ID!, $b: ID!, $k: String) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, idempotencyKey: $k) { total { amount currency } } }',
    { id, s: service, b: agency, k: randomUUID() },
  )
  const { checkout } = await ask(
    `mutation($id: ID!, $k: String!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }`,
    { id, k: randomUUID(), t: addCartLine!['total'] },
  )
  return checkout![0]['id']
}

/** A file of its buyer's as it is when it has arrived and was found clean; what is in it is no matter. Returns its id. */
export async function aCleanFile(rows: Rows): Promise<string> {
  const id = `fil_${randomUUID()}`
  await rows(
    `insert into files (id, uploaded_by_kind, uploaded_by, name, size, declared_type, type, sha256, status, scan, storage_key, created_at, completed_at)
     select $1, 'member', u.id, 'banner.png', 1, 'image/png', 'image/png', repeat('0', 64), 'READY', 'CLEAN', $1, now(), now() from users u where u.email = 'agency@demo.test'`,
    [id],
  )
  return id
}
