const PARTS = `id number status stage placedAt
  total { amount currency }
  buyer { id name } beneficiary { id name }
  lines { id stage price { amount currency } service { id name flow } }`

const LATEST = `activity(first: 1) { nodes { __typename id sequence occurredAt what actor { kind name } ... on MessageEntry { body } } }`

/** The orders list of a front end: twenty orders with whom they concern, what was bought, and what happened last. */
export const LIST = `query Orders { orders(first: 20) { nodes { ${PARTS} ${LATEST} } pageInfo { hasNextPage endCursor } } }`

/** One order with the same parts. */
export const ONE = `query Order($id: ID!) { order(id: $id) { ${PARTS} ${LATEST} } }`

export const POST = `mutation Post($orderId: ID!, $body: String!) { postMessage(orderId: $orderId, body: $body, visibility: PARTIES) { id sequence body } }`

/** The peers know no cursors of ours. */
export const LIST_FOR_PEERS = `query Orders { orders { nodes { ${PARTS} ${LATEST} } } }`

/** The SQL that somebody would write by hand for the same answer, as one JSON value per order; without any right. */
export const ORDER_SQL = `json_build_object('id', o.id, 'number', o.number, 'status', o.status, 'stage', o.stage,
    'placedAt', to_char(o.placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'total', json_build_object('amount', o.total_amount::text, 'currency', o.currency),
    'buyer', (select json_build_object('id', b.id, 'name', b.name) from organisations b where b.id = o.buyer_id),
    'beneficiary', (select json_build_object('id', b.id, 'name', b.name) from organisations b where b.id = o.beneficiary_id),
    'lines', (select coalesce(json_agg(json_build_object('id', l.id, 'stage', l.stage,
        'price', json_build_object('amount', l.price_amount::text, 'currency', l.currency),
        'service', json_build_object('id', s.id, 'name', s.name, 'flow', s.flow)) order by l.position), '[]')
      from order_lines l join services s on s.id = l.service_id where l.order_id = o.id),
    'activity', json_build_object('nodes', (select coalesce(json_agg(e.json), '[]') from (
      select json_build_object('__typename', 'MessageEntry', 'id', e.id, 'sequence', e.sequence::text,
        'occurredAt', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'what', e.type,
        'actor', json_build_object('kind', e.actor_kind, 'name', u.name), 'body', m.body) as json
      from events e left join users u on u.id = e.actor_id left join messages m on m.id = e.data->>'messageId'
      where e.stream_id = o.id order by e.sequence desc limit 1) e)))`
