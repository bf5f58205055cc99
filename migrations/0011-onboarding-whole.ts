import { Migration } from '@mikro-orm/migrations'

/** Onboarding that is waived, reopened, mailed once more or asked of somebody else; tasks that wait meanwhile. */
export class Migration0011OnboardingWhole extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "onboarding_documents" add column "request_round" int not null default 1, add column "waived_reason" text null, add column "reopened_reason" text null`,
    )
    this.constrain(
      'onboarding_documents',
      'status_known',
      `status in ('REQUESTED', 'DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'WAIVED', 'VOID')`,
    )
    this.constrain(
      'onboarding_documents',
      'submitted_has_revision',
      `newest_revision_id is not null or status in ('REQUESTED', 'DRAFT', 'VOID', 'WAIVED', 'CHANGES_REQUESTED')`,
    )
    this.addSql(`alter table "tasks" add column "set_aside_from" text null`)
    this.constrain(
      'tasks',
      'worked_by_somebody',
      `assignee_id is not null or status in ('OPEN', 'DONE', 'CANCELLED') or set_aside_from = 'OPEN'`,
    )
  }

  private constrain(table: string, rule: string, expression: string): void {
    this.addSql(`alter table "${table}" drop constraint "${table}_${rule}"`)
    this.addSql(`alter table "${table}" add constraint "${table}_${rule}" check (${expression})`)
  }
}
