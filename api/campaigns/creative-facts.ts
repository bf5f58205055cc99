/**
 * The labels of a campaign's required creatives that are not there, not approved in their newest version, or whose file
 * can no longer be opened: SQL over the campaign's row `t`, a JSON array or null.
 */
export const MISSING_CREATIVES = `(select to_jsonb(array_agg(k.label order by k.position)) from creatives k
  left join creative_versions v on v.id = k.newest_id left join files f on f.id = v.file_id
  where k.campaign_id = t.id and k.required and (v.status = 'APPROVED' and f.status = 'READY') is not true)`
