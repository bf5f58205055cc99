import { Migration } from '@mikro-orm/migrations'
import { newId } from '../api/lib/ids.js'

/** Reports on orders with their plans and pictures. Orders whose work runs by now are reported on from next Monday. */
export class Migration0014Reports extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "report_plans" ("order_id" text not null, "cadence" text not null, primary key ("order_id"))`,
    )
  }
}
