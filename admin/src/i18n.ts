import polyglotI18nProvider from 'ra-i18n-polyglot'
import englishMessages from 'ra-language-english'
import { catalogueMessages } from './catalogue/catalogue.messages.js'
import { accountMessages } from './account/account.messages.js'
import { auditMessages } from './audit/audit.messages.js'
import { calendarsMessages } from './calendars/calendars.messages.js'
import { campaignsMessages } from './campaigns/campaigns.messages.js'
import { chartsMessages } from './charts/charts.messages.js'
import { disputesMessages } from './disputes/disputes.messages.js'
import { feedMessages } from './feed/feed.messages.js'
import { homeMessages } from './home/home.messages.js'
import { inboxMessages } from './inbox/inbox.messages.js'
import { keysMessages } from './keys/keys.messages.js'
import { layoutMessages } from './layout/layout.messages.js'
import { mailsMessages } from './mails/mails.messages.js'
import { moneyMessages } from './money/money.messages.js'
import { notificationsMessages } from './notifications/notifications.messages.js'
import { ordersMessages } from './orders/orders.messages.js'
import { outreachMessages } from './outreach/outreach.messages.js'
import { payoutsMessages } from './payouts/payouts.messages.js'
import { peopleMessages } from './people/people.messages.js'
import { reportsMessages } from './reports/reports.messages.js'
import { searchMessages } from './search/search.messages.js'
import { sharedMessages } from './shared/shared.messages.js'
import { signInMessages } from './sign-in/sign-in.messages.js'
import { tasksMessages } from './tasks/tasks.messages.js'
import { textsMessages } from './texts/texts.messages.js'
import { verbsMessages } from './verbs/verbs.messages.js'
import { verifyMessages } from './verify/verify.messages.js'
import { viewsMessages } from './views/views.messages.js'

const english = {
  ...englishMessages,
  ra: {
    ...englishMessages.ra,
    notification: {
      ...englishMessages.ra.notification,
      item_doesnt_exist: 'There is nothing there, or it is not yours to see.',
    },
  },
  ...catalogueMessages,
  ...accountMessages,
  ...auditMessages,
  ...calendarsMessages,
  ...campaignsMessages,
  ...chartsMessages,
  ...disputesMessages,
  ...feedMessages,
  ...inboxMessages,
  ...keysMessages,
  ...notificationsMessages,
  ...outreachMessages,
  ...payoutsMessages,
  ...homeMessages,
  ...layoutMessages,
  ...mailsMessages,
  ...moneyMessages,
  ...ordersMessages,
  ...peopleMessages,
  ...searchMessages,
  ...sharedMessages,
  ...reportsMessages,
  states: { ...sharedMessages.states, ...reportsMessages.states },
  ...signInMessages,
  ...tasksMessages,
  ...textsMessages,
  ...verbsMessages,
  ...verifyMessages,
  ...viewsMessages,
}

/** One language so far; another is one more set of the same files. */
export const i18nProvider = polyglotI18nProvider(() => english, 'en', [{ locale: 'en', name: 'English' }], {
  allowMissing: true,
})
