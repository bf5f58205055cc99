/**
 * Who has read an entry `t`, but its author, as SQL that gives JSON: whoever has read so far and may read what the entry is
 * written for. Who lost that right since has read it all the same, and is not told of.
 */
export const READER_OF_ENTRY = `(select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'isStaff', r.works, 'readAt', r.read_at) order by r.read_at, r.id)
  from (select u.id, u.name, cardinality(u.staff_roles) > 0 as works, k.read_at from read_marks k join users u on u.id = k.user_id join orders o on o.id = k.order_id
    where k.order_id = t.stream_id and k.up_to >= t.sequence and k.user_id <> t.actor_id
      and (cardinality(u.staff_roles) > 0 or exists (select from members m where m.user_id = u.id and m.status = 'ACTIVE'
        and (t.visibility in ('BUYER', 'PARTIES') and m.organisation_id = o.buyer_id
          or t.visibility = 'PARTIES' and m.organisation_id in (o.beneficiary_id, o.channel_id))))
    order by k.read_at, u.id limit 50) r)`
