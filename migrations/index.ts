import { Migration0001Platform } from './0001-platform.js'
import { Migration0002Accounts } from './0002-accounts.js'
import { Migration0004Funds } from './0004-funds.js'
import { Migration0003Files } from './0003-files.js'
import { Migration0005Catalogue } from './0005-catalogue.js'
import { Migration0006Orders } from './0006-orders.js'
import { Migration0008Onboarding } from './0008-onboarding.js'
import { Migration0009Notifications } from './0009-notifications.js'
import { Migration0012CatalogueVersions } from './0012-catalogue-versions.js'
import { Migration0013AccountsWhole } from './0013-accounts-whole.js'
import { Migration0007Tasks } from './0007-tasks.js'
import { Migration0011OnboardingWhole } from './0011-onboarding-whole.js'
import { Migration0010OrdersWhole } from './0010-orders-whole.js'
import { Migration0014Reports } from './0014-reports.js'
import { Migration0015MailWhole } from './0015-mail-whole.js'
import { Migration0016FileScans } from './0016-file-scans.js'
import { Migration0017CampaignFunds } from './0017-campaign-funds.js'
import { Migration0018Packages } from './0018-packages.js'
import { Migration0021Disputes } from './0021-disputes.js'
import { Migration0020Creatives } from './0020-creatives.js'
import { Migration0022ApiKeys } from './0022-api-keys.js'
import { Migration0019Campaigns } from './0019-campaigns.js'

/** Every migration, in the order they run: forward only, and never changed once landed. */
export const migrations = [
  { name: '0001-platform', class: Migration0001Platform },
  { name: '0002-accounts', class: Migration0002Accounts },
  { name: '0003-files', class: Migration0003Files },
  { name: '0004-funds', class: Migration0004Funds },
  { name: '0005-catalogue', class: Migration0005Catalogue },
  { name: '0006-orders', class: Migration0006Orders },
  { name: '0007-tasks', class: Migration0007Tasks },
  { name: '0008-onboarding', class: Migration0008Onboarding },
  { name: '0009-notifications', class: Migration0009Notifications },
  { name: '0010-orders-whole', class: Migration0010OrdersWhole },
  { name: '0011-onboarding-whole', class: Migration0011OnboardingWhole },
  { name: '0012-catalogue-versions', class: Migration0012CatalogueVersions },
  { name: '0013-accounts-whole', class: Migration0013AccountsWhole },
  { name: '0014-reports', class: Migration0014Reports },
  { name: '0015-mail-whole', class: Migration0015MailWhole },
  { name: '0016-file-scans', class: Migration0016FileScans },
  { name: '0017-campaign-funds', class: Migration0017CampaignFunds },
  { name: '0018-packages', class: Migration0018Packages },
  { name: '0019-campaigns', class: Migration0019Campaigns },
  { name: '0021-disputes', class: Migration0021Disputes },
  { name: '0020-creatives', class: Migration0020Creatives },
  { name: '0022-api-keys', class: Migration0022ApiKeys },
]
