import { Migration } from '@mikro-orm/migrations'

/** When a fresh link to an appointment was last asked for, by whoever held an old one. */
export class Migration0029AppointmentLinks extends Migration {
  override up(): void {
    this.addSql(`alter table "appointments" add column "link_requested_at" timestamptz null`)
  }
}
