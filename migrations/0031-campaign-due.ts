import { Migration } from '@mikro-orm/migrations'

const DUE = `coalesce(case status when 'AWAITING_ACCEPTANCE' then accept_by when 'ACCEPTED' then least(pay_again_by, proposal_answer_by) when 'READY' then proposal_answer_by when 'COMPLETION_CLAIMED' then case when not release_held then dispute_by end end, '9999-12-31T00:00:00Z'::timestamptz)`

/** While a bounce holds the release nothing is due: lists by time left say it as the order's page does. */
export class Migration0031CampaignDue extends Migration {
  override up(): void {
    for (const name of ['campaigns_due', 'campaigns_channel_due', 'campaigns_buyer_due'])
      this.addSql(`drop index "${name}"`)
    this.addSql(`create index "campaigns_due" on "campaigns" ((${DUE}), "id")`)
    this.addSql(`create index "campaigns_channel_due" on "campaigns" ("channel_id", (${DUE}), "id")`)
    this.addSql(`create index "campaigns_buyer_due" on "campaigns" ("buyer_id", (${DUE}), "id")`)
  }
}
