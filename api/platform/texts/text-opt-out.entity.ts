import { defineEntity, p } from '@mikro-orm/postgresql'

/** Numbers that want no texts, each by its fingerprint: the wish is kept when the person is erased, the number is not. */
export const TextOptOutEntity = defineEntity({
  name: 'TextOptOut',
  tableName: 'text_opt_outs',
  properties: {
    fingerprint: p.text().primary(),
    /** `text`: they answered STOP. `page`: on the page that a link opened. `provider`: the provider refused a text for it. */
    optedOutBy: p.text(),
    optedOutAt: p.datetime(),
  },
  checks: [{ name: 'text_opt_outs_by', expression: `opted_out_by in ('text', 'page', 'provider')` }],
})
