import type { FullWorld, Kind } from './full-world.js'

/** Which rows of a table a kind of caller sees: a condition over its row `t`. */
type Seen = Readonly<Partial<Record<Kind, string>>>

const ALL = 'true'

/**
 * Who sees what, by hand from the domain's section 7 and independent of the code's own scopes. A kind that is not named
 * sees nothing.
 */
export function whoSeesWhat(w: FullWorld): Readonly<Record<string, Seen>> {
  const lit = (text: string) => `'${text}'`
  const ownOrganisations: Partial<Record<Kind, string>> = {
    agency: `(id = ${lit(w.agency)} or agency_id = ${lit(w.agency)})`,
    client: `id = ${lit(w.bakery)}`,
    channel: `name = 'Signal Street Media'`,
  }
  const theChannel = `(select id from organisations where name = 'Signal Street Media')`
  const staff = (seen: string) => ({ ADMIN: seen, SUPPORT: seen, FINANCE: seen, FULFILMENT: seen })
  const onSale = (seen: string) => ({ ...staff(ALL), anonymous: seen, channel: seen, link: seen })
  const newest = `exists (select from services s where s.package_id = t.id and s.status = 'OFFERED')`
  const asked = `exists (select from services s where s.form_id = t.id and s.status = 'OFFERED')`
  const each = (seen: Seen, of: (condition: string) => string) =>
    Object.fromEntries(Object.entries(seen).map(([kind, condition]) => [kind, of(condition)])) as Seen

  const eitherOf = (a: Seen, b: Seen) =>
    Object.fromEntries(
      Object.keys({ ...a, ...b }).map((kind) => [
        kind,
        `(${a[kind as Kind] ?? 'false'} or ${b[kind as Kind] ?? 'false'})`,
      ]),
    ) as Seen

  const theirTask = `(k.assignee_id = ${lit(w.users.FULFILMENT)} or (k.assignee_id is null and k.status = 'OPEN' and k.role = 'FULFILMENT' and k.skill in ('copywriting', 'seo', 'listings'))
    or (k.status = 'IN_REVIEW' and k.role = 'FULFILMENT' and k.skill in ('copywriting', 'seo', 'listings')))`
  const order: Seen = {
    ...staff(ALL),
    FULFILMENT: `exists (select from tasks k where k.order_id = o.id and ${theirTask})`,
    agency: `o.buyer_id = ${lit(w.agency)}`,
    client: `o.beneficiary_id = ${lit(w.bakery)}`,
    channel: `o.channel_id = ${theChannel}`,
  }
  const ofOrder = each(order, (seen) => `exists (select from orders o where o.id = t.order_id and ${seen})`)
  const document: Seen = {
    ...each(order, (seen) => `exists (select from orders o where o.id = d.order_id and ${seen})`),
    link: `d.id = ${lit(w.document)}`,
  }
  const ofDocument = (column: string) =>
    each(
      document,
      (seen) => `exists (select from onboarding_documents d where d.id = t.${column} and ${seen})`,
    )
  const inOrganisation = each(
    ownOrganisations,
    (seen) =>
      `exists (select from organisations g where g.id = t.organisation_id and g.id in (select id from organisations where ${seen}))`,
  )

  // Creatives are between the two sides; fulfilment and a beneficiary see none.
  const ofCampaign = (campaign: string): Seen => ({
    ADMIN: ALL,
    SUPPORT: ALL,
    FINANCE: ALL,
    agency: `${campaign} in (select id from campaigns where buyer_id = ${lit(w.agency)})`,
    channel: `${campaign} in (select id from campaigns where channel_id = ${theChannel})`,
  })

  // What is attached to a message is for whoever may read it.
  const written = { BUYER: ['agency'], PARTIES: ['agency', 'client', 'channel'] } as const
  const attached = Object.fromEntries(
    Object.entries(order).map(([kind, seen]) => {
      const reads = Object.entries(written).flatMap(([visibility, kinds]) =>
        /^[A-Z]/.test(kind) || (kinds as readonly string[]).includes(kind) ? [visibility] : [],
      )
      const all = /^[A-Z]/.test(kind) ? [...reads, 'STAFF'] : reads
      return [
        kind,
        `exists (select from messages m join orders o on o.id = m.order_id where m.id = t.subject_id and m.visibility in (${all.map(lit).join()}) and ${seen})`,
      ]
    }),
  ) as Seen

  const ordered = (column: string) =>
    each(
      order,
      (seen) =>
        `exists (select from order_lines l join orders o on o.id = l.order_id where l.${column} = t.id and ${seen})`,
    )

  return withPrograms({
    Organisation: { ...staff(ALL), ...ownOrganisations },
    Contact: { ...staff(ALL), ...inOrganisation, link: `t.email = 'client@demo.test'` },
    Member: { ...staff(ALL), ...inOrganisation },
    // Owners alone; the demo world's baker is none.
    ApiKey: { ADMIN: ALL, agency: `t.organisation_id = ${lit(w.agency)}` },
    User: {
      ...staff(ALL),
      ...each(
        ownOrganisations,
        (seen) =>
          `exists (select from members m where m.user_id = t.id and m.organisation_id in (select id from organisations where ${seen}))`,
      ),
    },
    Service: {
      ...onSale(`t.status = 'OFFERED'`),
      agency: `t.status = 'OFFERED' or ${ordered('service_id').agency} or exists (select from cart_lines l join carts c on c.id = l.cart_id where l.service_id = t.id and c.buyer_id = ${lit(w.agency)})`,
      client: `t.status = 'OFFERED' or ${ordered('service_id').client}`,
      channel: `t.status = 'OFFERED' or t.channel_id = ${theChannel}`,
    },
    // A channel sees all versions of its own packages, everybody the newest on sale, a buyer those of its orders and carts.
    Package: {
      ...onSale(newest),
      agency: `${newest} or ${ordered('package_id').agency} or exists (select from cart_lines l join carts c on c.id = l.cart_id where l.package_id = t.id and c.buyer_id = ${lit(w.agency)})`,
      client: `${newest} or ${ordered('package_id').client}`,
      channel: `${newest} or t.service_id in (select id from services where channel_id = ${theChannel})`,
    },
    OnboardingForm: {
      ...onSale(asked),
      agency: `${asked} or ${ordered('form_id').agency}`,
      client: `${asked} or ${ordered('form_id').client}`,
      link: `${asked} or exists (select from onboarding_documents d where d.id = ${lit(w.document)} and d.form_id = t.id)`,
    },
    TaskBlueprint: staff(ALL),
    Cart: { agency: `t.buyer_id = ${lit(w.agency)}` },
    CartLine: {
      agency: `exists (select from carts c where c.id = t.cart_id and c.buyer_id = ${lit(w.agency)})`,
    },
    // Whom the work is for sees the appointment; how often somebody was tried is for the buyer and the team.
    Appointment: ofOrder,
    Attempt: each(
      { ...order, client: 'false' },
      (seen) =>
        `exists (select from appointments a join orders o on o.id = a.order_id where a.id = t.appointment_id and ${seen})`,
    ),
    // What went to somebody's phone, and came back, is for the team.
    Text: { ADMIN: ALL, SUPPORT: ALL, FINANCE: ALL, FULFILMENT: ofOrder.FULFILMENT! },
    TextReply: { ADMIN: ALL, SUPPORT: ALL, FINANCE: ALL, FULFILMENT: ofOrder.FULFILMENT! },
    // A beneficiary follows the order; the campaign is between the two sides, and who of the team works on it.
    Campaign: { ...ofCampaign('t.id'), FULFILMENT: ofOrder.FULFILMENT! },
    // Both sides see all of a dispute, and nobody else; whom the work is for is no side.
    Dispute: { ...ofCampaign('t.campaign_id'), FULFILMENT: ofOrder.FULFILMENT! },
    Creative: ofCampaign('t.campaign_id'),
    CreativeVersion: ofCampaign('(select k.campaign_id from creatives k where k.id = t.creative_id)'),
    Order: each(order, (seen) => `exists (select from orders o where o.id = t.id and ${seen})`),
    OrderLine: ofOrder,
    Provisioning: ofOrder,
    // What the channel of a campaign gets is the one thing of an order's money that its buyer does not see.
    Operation: {
      ADMIN: ALL,
      FINANCE: ALL,
      agency: `t.kind <> 'RELEASE' and ${ofOrder.agency}`,
      channel: `t.kind = 'RELEASE'`,
    },
    Posting: {
      ADMIN: ALL,
      FINANCE: ALL,
      agency: `t.account !~ '^(payable|receivable|fees)' and not exists (select from transfers m where m.id = t.transfer_id and m.memo in ('Released to the channel', 'Transfer taken back')) and ${ofOrder.agency}`,
    },
    // What we promised is the team's own business; the buyer reads by when we answer on the order.
    AnswerPromise: { ...staff(ALL), FULFILMENT: ofOrder.FULFILMENT! },
    Calendar: staff(ALL),
    SavedReply: staff(ALL),
    // One's own, and nobody else's.
    Notification: Object.fromEntries(
      Object.entries(w.users).flatMap(([kind, id]) => (id ? [[kind, `t.user_id = ${lit(id)}`]] : [])),
    ) as Seen,
    PayoutAccount: { ADMIN: ALL, FINANCE: ALL, channel: ALL },
    Chargeback: { ADMIN: ALL, FINANCE: ALL },
    OnboardingDocument: each(
      document,
      (seen) => `exists (select from onboarding_documents d where d.id = t.id and ${seen})`,
    ),
    Revision: ofDocument('document_id'),
    Issue: ofDocument('document_id'),
    // A delivery is between the team and the buyer: the beneficiary sees neither it nor its files.
    Delivery: { ...ofOrder, client: 'false' },
    File: eitherOf(
      eitherOf(
        eitherOf(
          ofDocument('subject_id'),
          ofCampaign(
            '(select k.campaign_id from creatives k where k.id = t.subject_id union all select d.campaign_id from disputes d where d.id = t.subject_id)',
          ),
        ),
        attached,
      ),
      each(
        { ...order, client: 'false' },
        (seen) =>
          `exists (select from deliveries v join orders o on o.id = v.order_id where v.id = t.subject_id and ${seen})`,
      ),
    ),
    Task: {
      ...staff(ALL),
      FULFILMENT: `exists (select from tasks k where k.id = t.id and ${theirTask}) or exists (select from tasks k where t.id = any(k.depends_on) and k.assignee_id = ${lit(w.users.FULFILMENT)})`,
    },
    Report: {
      ...each(order, (seen) => `exists (select from orders o where o.id = t.order_id and ${seen})`),
      ...each(
        { agency: order.agency!, client: order.client! },
        (seen) => `t.status = 'SENT' and exists (select from orders o where o.id = t.order_id and ${seen})`,
      ),
    },
    Mail: {
      ADMIN: ALL,
      FINANCE: ALL,
      SUPPORT: `t.template not like 'refund-%' and t.template <> 'chargeback-opened'`,
      FULFILMENT: `t.template not like 'refund-%' and t.template <> 'chargeback-opened' and ${ofOrder.FULFILMENT}`,
      ...each(
        {
          agency: `c.organisation_id = ${lit(w.agency)}`,
          client: `c.organisation_id = ${lit(w.bakery)}`,
          channel: `c.organisation_id = ${theChannel}`,
        },
        (own) =>
          `t.order_id is not null and exists (select from contacts c where c.id = t.recipient_id and ${own})`,
      ),
    },
  })
}

/** A program with every scope of an API key sees what the agency's people see, whose owner made the key, but what a person is told. */
function withPrograms(table: Readonly<Record<string, Seen>>): Readonly<Record<string, Seen>> {
  return Object.fromEntries(
    Object.entries(table).map(([name, seen]) => [
      name,
      seen.agency && name !== 'Notification' ? { ...seen, key: seen.agency } : seen,
    ]),
  )
}

/** Whose the entries of a feed are, by visibility, for whoever sees the order. */
export const feedOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  ADMIN: ['STAFF', 'BUYER', 'PARTIES'],
  SUPPORT: ['STAFF', 'BUYER', 'PARTIES'],
  FINANCE: ['STAFF', 'BUYER', 'PARTIES'],
  FULFILMENT: ['STAFF', 'BUYER', 'PARTIES'],
  agency: ['BUYER', 'PARTIES'],
  key: ['BUYER', 'PARTIES'],
  client: ['PARTIES'],
}

/** Who sees what an order costs. */
export const seesMoney: readonly Kind[] = ['agency', 'key', 'ADMIN', 'FINANCE']
