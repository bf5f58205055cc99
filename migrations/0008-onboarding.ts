import { Migration } from '@mikro-orm/migrations'

/** Onboarding documents with their drafts; revisions, their files and issues, which never change. */
export class Migration0008Onboarding extends Migration {
  override async up(): Promise<void> {
    this.documents()
    this.revisions()
    this.relations()
    this.appendOnly()
  }

  private documents(): void {
    this.addSql(
      `create table "onboarding_documents" ("id" text not null, "status" text not null, "version" int not null default 1, "order_id" text not null, "line_id" text not null, "form_id" text not null, "recipient_contact_id" text not null, "recipient_name" text not null, "recipient_email" text not null, "answers" jsonb not null, "newest_revision_id" text null, "reviewer_id" text null, "suggested_reviewer_id" text null, "claimed_until" timestamptz null, "requested_at" timestamptz not null, "submitted_at" timestamptz null, "waiting_since" timestamptz not null, "link_requested_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`create index "onboarding_documents_order_id_index" on "onboarding_documents" ("order_id")`)
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_line_id_unique" unique ("line_id")`,
    )
    this.addSql(
      `create index "onboarding_documents_status_waiting_since_id_index" on "onboarding_documents" ("status", "waiting_since", "id")`,
    )
    this.addSql(
      `create index "onboarding_documents_waiting_since_id_index" on "onboarding_documents" ("waiting_since", "id")`,
    )
    this.addSql(
      `create index "onboarding_documents_requested_at_id_index" on "onboarding_documents" ("requested_at", "id")`,
    )
    this.addSql(
      `create index "onboarding_documents_reviewer_id_waiting_since_id_index" on "onboarding_documents" ("reviewer_id", "waiting_since", "id")`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_status_known" check (status in ('REQUESTED', 'DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'VOID'))`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_reviewed_by_somebody" check (status <> 'IN_REVIEW' or (reviewer_id is not null and claimed_until is not null))`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_submitted_has_revision" check (newest_revision_id is not null or status in ('REQUESTED', 'DRAFT', 'VOID'))`,
    )
  }

  private revisions(): void {
    this.addSql(
      `create table "onboarding_revisions" ("id" text not null, "document_id" text not null, "number" int not null, "answers" jsonb not null, "submitted_at" timestamptz not null, "submitted_by_kind" text not null, "submitted_by_id" text not null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "onboarding_revisions" add constraint "onboarding_revisions_document_id_number_unique" unique ("document_id", "number")`,
    )
    this.addSql(
      `create table "onboarding_files" ("id" text not null, "document_id" text not null, "revision_id" text null, "key" text not null, "file_id" text not null, "position" int not null, primary key ("id"))`,
    )
    this.addSql(`create index "onboarding_files_document_id_index" on "onboarding_files" ("document_id")`)
    this.addSql(`create index "onboarding_files_revision_id_index" on "onboarding_files" ("revision_id")`)
    this.addSql(
      `create table "onboarding_issues" ("id" text not null, "document_id" text not null, "revision_id" text not null, "field_key" text null, "file_id" text null, "note" text not null, "raised_by" text not null, "raised_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "onboarding_issues_document_id_index" on "onboarding_issues" ("document_id")`)
    this.addSql(`create index "onboarding_issues_revision_id_index" on "onboarding_issues" ("revision_id")`)
  }

  private relations(): void {
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_order_id_foreign" foreign key ("order_id") references "orders" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_line_id_foreign" foreign key ("line_id") references "order_lines" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_form_id_foreign" foreign key ("form_id") references "onboarding_forms" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_recipient_contact_id_foreign" foreign key ("recipient_contact_id") references "contacts" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_reviewer_id_foreign" foreign key ("reviewer_id") references "users" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "onboarding_documents" add constraint "onboarding_documents_suggested_reviewer_id_foreign" foreign key ("suggested_reviewer_id") references "users" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "onboarding_revisions" add constraint "onboarding_revisions_document_id_foreign" foreign key ("document_id") references "onboarding_documents" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_files" add constraint "onboarding_files_document_id_foreign" foreign key ("document_id") references "onboarding_documents" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_files" add constraint "onboarding_files_revision_id_foreign" foreign key ("revision_id") references "onboarding_revisions" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "onboarding_files" add constraint "onboarding_files_file_id_foreign" foreign key ("file_id") references "files" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_issues" add constraint "onboarding_issues_document_id_foreign" foreign key ("document_id") references "onboarding_documents" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_issues" add constraint "onboarding_issues_revision_id_foreign" foreign key ("revision_id") references "onboarding_revisions" ("id")`,
    )
    this.addSql(
      `alter table "onboarding_issues" add constraint "onboarding_issues_file_id_foreign" foreign key ("file_id") references "files" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "onboarding_issues" add constraint "onboarding_issues_raised_by_foreign" foreign key ("raised_by") references "users" ("id")`,
    )
  }

  /** What was submitted and what was said of it stays; only a draft's files may go again. */
  private appendOnly(): void {
    this.addSql(`revoke update, delete on "onboarding_revisions" from waybill_app`)
    this.addSql(`revoke update, delete on "onboarding_issues" from waybill_app`)
    this.addSql(`revoke update on "onboarding_files" from waybill_app`)
    this.addSql(`create function refuse_revision_file_removal() returns trigger language plpgsql as $$ begin
      raise exception 'the files of a revision stay';
    end $$`)
    this.addSql(`create trigger "onboarding_files_of_revision_stay" before delete on "onboarding_files"
      for each row when (old.revision_id is not null) execute function refuse_revision_file_removal()`)
  }
}
