import { Migration } from '@mikro-orm/migrations'

/** Files wait for a virus scanner where there is one, and are kept from everybody where it found something. */
export class Migration0016FileScans extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "files" add column "scan" text null, add column "finding" text null, add column "scanned_at" timestamptz null`,
    )
    this.addSql(`update "files" set "scan" = 'NOT_CONFIGURED' where status = 'READY'`)
    this.addSql(
      `alter table "files" drop constraint "files_status", drop constraint "files_ready_is_known", drop constraint "files_refused_says_why"`,
    )
    this.addSql(
      `alter table "files" add constraint "files_status" check (status in ('UPLOADING', 'SCANNING', 'READY', 'REFUSED', 'QUARANTINED'))`,
    )
    this.addSql(
      `alter table "files" add constraint "files_arrived_is_known" check (status in ('UPLOADING', 'REFUSED') or (type is not null and sha256 is not null and scan is not null))`,
    )
    this.addSql(
      `alter table "files" add constraint "files_refused_says_why" check ((status in ('REFUSED', 'QUARANTINED')) = (refusal is not null))`,
    )
    this.addSql(
      `alter table "files" add constraint "files_scan" check (case status when 'SCANNING' then scan = 'WAITING' when 'READY' then scan in ('NOT_CONFIGURED', 'CLEAN') when 'QUARANTINED' then scan = 'FOUND' and finding is not null else scan is null end)`,
    )
  }
}
