import { Migration } from '@mikro-orm/migrations'

/** Which version of a package stands in a cart: what is sold instead by the time of the checkout is not bought unasked. */
export class Migration0030PackageShown extends Migration {
  override up(): void {
    this.addSql(`alter table "cart_lines" add column "package_id" text null`)
    this.addSql(
      `alter table "cart_lines" add constraint "cart_lines_package_id_foreign" foreign key ("package_id") references "packages" ("id") on delete set null`,
    )
    this.addSql(
      `update "cart_lines" l set "package_id" = s."package_id" from "services" s where s."id" = l."service_id"`,
    )
  }
}
