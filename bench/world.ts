import type pg from 'pg'

/** How much each order carries, as the report says it. */
export const CONTENTS = '2 lines and 3 events each, one of them a message'

const PEOPLE = `
  insert into organisations (id, name, kind, business_email, time_zone)
    select 'org_bench' || lpad(a::text, 17, '0'), 'Agency ' || a, 'AGENCY', 'office' || a || '@agency.test', 'Europe/Berlin' from generate_series(1, 499) a
    on conflict do nothing;
  insert into organisations (id, name, kind, business_email, time_zone, agency_id)
    select 'org_bench' || lpad((1000 + (a - 1) * 4 + c)::text, 17, '0'), 'Client ' || a || '.' || c, 'CLIENT', 'desk' || a || '.' || c || '@client.test', 'UTC',
      'org_bench' || lpad(a::text, 17, '0') from generate_series(1, 499) a, generate_series(1, 4) c
    on conflict do nothing;
  insert into contacts (id, organisation_id, name, email)
    select replace(id, 'org_', 'con_'), id, 'Contact of ' || name, replace(business_email, '@', '.person@') from organisations where id like 'org_bench%'
    on conflict do nothing`

/** One order in a hundred is the demo agency's, for its two clients in turn; the others are spread over 499 agencies. */
const ORDERS = `
  insert into orders (id, number, status, stage, buyer_id, beneficiary_id, placed_by_user_id, placed_by_contact_id, currency, total_amount, terms_version, placed_at, pay_by, paid_at)
  select 'ord_bench' || lpad(i::text, 17, '0'), 'W-' || (1000000 + i), 'OPEN', 'IN_PROGRESS', buyer.id,
    coalesce(client.id, 'org_bench' || lpad((1000 + ((i % 499)) * 4 + 1 + i / 499 % 4)::text, 17, '0')),
    demo.user_id, coalesce(own.id, replace(buyer.id, 'org_', 'con_')), 'EUR', 100000 + i, '2026-11',
    now() - (1000000 - i) * interval '1 minute', now() - (1000000 - i) * interval '1 minute' + interval '15 minutes', now() - (1000000 - i) * interval '1 minute' + interval '1 minute'
  from generate_series($1::int, $2::int) i
  cross join (select m.organisation_id as agency, u.id as user_id from members m join users u on u.id = m.user_id where u.email = 'agency@demo.test' limit 1) demo
  left join lateral (select id from organisations o where i % 100 = 0 and o.agency_id = demo.agency order by id offset i / 100 % 2 limit 1) client on true
  left join lateral (select id from contacts c where i % 100 = 0 and c.organisation_id = demo.agency limit 1) own on true
  cross join lateral (select case when i % 100 = 0 then demo.agency else 'org_bench' || lpad((1 + i % 499)::text, 17, '0') end as id) buyer`

const LINES = `
  insert into order_lines (id, order_id, position, service_id, flow, form_id, blueprint_id, price_amount, currency, recipient, recipient_contact_id, recipient_name, recipient_email, stage)
  select 'lin_bench' || lpad((i * 2 + p)::text, 17, '0'), 'ord_bench' || lpad(i::text, 17, '0'), p, s.id, s.flow, s.form_id, s.blueprint_id, s.price_amount, s.currency,
    'OWNER', o.placed_by_contact_id, 'Somebody', 'somebody@agency.test', 'IN_PROGRESS'
  from generate_series($1::int, $2::int) i cross join generate_series(0, 1) p
  join orders o on o.id = 'ord_bench' || lpad(i::text, 17, '0')
  join (select *, row_number() over (order by id) - 1 as n, count(*) over () as all_of_them from services) s on s.n = (i + p) % s.all_of_them`

const EVENTS = `
  insert into events (id, stream_id, sequence, type, aggregate_id, actor_kind, actor_id, visibility, occurred_at, data)
  select 'evt_bench' || lpad((i * 3 + n)::text, 17, '0'), o.id, n + 1, (array['order.placed', 'order.opened', 'message.posted'])[n + 1], o.id,
    case n when 1 then 'system' else 'member' end, case n when 1 then 'payments' else o.placed_by_user_id end, (array['BUYER', 'PARTIES', 'PARTIES'])[n + 1],
    o.placed_at + n * interval '1 minute',
    case n when 2 then jsonb_build_object('messageId', 'msg_bench' || lpad(i::text, 17, '0')) else jsonb_build_object('amount', o.total_amount::text, 'currency', 'EUR') end
  from generate_series($1::int, $2::int) i cross join generate_series(0, 2) n join orders o on o.id = 'ord_bench' || lpad(i::text, 17, '0')`

const MESSAGES = `
  insert into messages (id, order_id, sequence, visibility, body, author_kind, author_id, posted_at)
  select 'msg_bench' || lpad(i::text, 17, '0'), o.id, 3, 'PARTIES', 'Could you tell us how far along order ' || o.number || ' is?', 'member', o.placed_by_user_id, o.placed_at + interval '2 minutes'
  from generate_series($1::int, $2::int) i join orders o on o.id = 'ord_bench' || lpad(i::text, 17, '0')`

const STREAMS = `insert into streams (id, last_sequence) select 'ord_bench' || lpad(i::text, 17, '0'), 3 from generate_series($1::int, $2::int) i`

/** Adds the orders with these numbers to the demo world, set by set, as the owner; then the planner's figures are renewed. */
export async function addOrders(owner: pg.Client, from: number, to: number): Promise<void> {
  await owner.query(PEOPLE)
  for (const statement of [ORDERS, LINES, STREAMS, EVENTS, MESSAGES]) await owner.query(statement, [from, to])
  await owner.query('vacuum analyze')
}
