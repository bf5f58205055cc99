import type { EntitySchema } from '@mikro-orm/postgresql'
import { accountsEntities } from '../accounts/accounts.entity.js'
import { campaignsEntities } from '../campaigns/campaign.entity.js'
import { creativeEntities } from '../campaigns/creative.entity.js'
import { catalogueEntities } from '../catalogue/catalogue.entity.js'
import { disputesEntities } from '../disputes/dispute.entity.js'
import { feedEntities } from '../feed/feed.entity.js'
import { fileEntities } from '../files/file.entity.js'
import { fundsEntities } from '../funds/funds.entities.js'
import { messagesEntities } from '../messages/message.entity.js'
import { promisesEntities } from '../messages/promise.entity.js'
import { notificationsEntities } from '../notifications/mail.entity.js'
import { NotificationEntity } from '../notifications/notification.entity.js'
import { textEntities } from '../notifications/texts/text.entity.js'
import { onboardingEntities } from '../onboarding/onboarding.entity.js'
import { ordersEntities } from '../orders/order.entity.js'
import { outreachEntities } from '../outreach/appointment.entity.js'
import { platformEntities } from '../platform/platform.entity.js'
import { TextOptOutEntity } from '../platform/texts/text-opt-out.entity.js'
import { provisioningEntities } from '../provisioning/provisioning.entity.js'
import { reportsEntities } from '../reports/report.entity.js'
import { tasksEntities } from '../tasks/task.entity.js'

/** Every table that MikroORM knows: the drift test holds the migrations against these. */
export const entities: readonly EntitySchema[] = [
  ...platformEntities,
  ...ordersEntities,
  ...messagesEntities,
  ...promisesEntities,
  ...accountsEntities,
  ...fileEntities,
  ...catalogueEntities,
  ...fundsEntities,
  ...feedEntities,
  ...notificationsEntities,
  NotificationEntity,
  ...textEntities,
  TextOptOutEntity,
  ...onboardingEntities,
  ...tasksEntities,
  ...provisioningEntities,
  ...outreachEntities,
  ...campaignsEntities,
  ...creativeEntities,
  ...disputesEntities,
  ...reportsEntities,
]
