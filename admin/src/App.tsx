import { Admin, CustomRoutes, Resource } from 'react-admin'
import { Route } from 'react-router-dom'
import { AccountPage } from './account/AccountPage.js'
import { AuditList } from './audit/AuditList.js'
import { darkTheme, lightTheme } from './brand/theme.js'
import { CalendarList } from './calendars/CalendarList.js'
import { CampaignList } from './campaigns/CampaignList.js'
import { CampaignPage } from './campaigns/CampaignPage.js'
import { BlueprintEditorPage } from './catalogue/BlueprintEditorPage.js'
import { FormEditorPage } from './catalogue/FormEditorPage.js'
import { ServiceList } from './catalogue/ServiceList.js'
import { ServicePage } from './catalogue/ServicePage.js'
import { dataProvider } from './data/data-provider.js'
import { DisputeList } from './disputes/DisputeList.js'
import { DisputePage } from './disputes/DisputePage.js'
import { SavedReplyList } from './feed/SavedReplyList.js'
import { HomePage } from './home/HomePage.js'
import { i18nProvider } from './i18n.js'
import { InboxPage } from './inbox/InboxPage.js'
import { Layout } from './layout/Layout.js'
import { GalleryPage } from './mails/gallery/GalleryPage.js'
import { MailList } from './mails/MailList.js'
import { MailPage } from './mails/MailPage.js'
import { MyMailsPage } from './mails/MyMailsPage.js'
import { FailedOperationList } from './money/FailedOperationList.js'
import { OrderList } from './orders/OrderList.js'
import { OrderPage } from './orders/OrderPage.js'
import { ChargebackList } from './payouts/ChargebackList.js'
import { PayoutAccountList } from './payouts/PayoutAccountList.js'
import { OrganisationPage } from './people/OrganisationPage.js'
import { OrganisationList } from './people/OrganisationList.js'
import { PersonPage } from './people/PersonPage.js'
import { StaffList } from './people/StaffList.js'
import { ReportList } from './reports/ReportList.js'
import { ReportPage } from './reports/ReportPage.js'
import { AppointmentList } from './outreach/AppointmentList.js'
import { AppointmentPage } from './outreach/AppointmentPage.js'
import { authProvider } from './sign-in/auth-provider.js'
import { SignInPage } from './sign-in/SignInPage.js'
import { TaskBoard } from './tasks/TaskBoard.js'
import { TaskList } from './tasks/TaskList.js'
import { TaskPage } from './tasks/TaskPage.js'
import { TextList } from './texts/TextList.js'
import { TextPage } from './texts/TextPage.js'
import { VerifyList } from './verify/VerifyList.js'
import { VerifyPage } from './verify/VerifyPage.js'
import { keepingStore } from './views/keeping-store.js'

const store = keepingStore()

/** The back office: queues first, tables second, over the public GraphQL API. */
export function App() {
  return (
    <Admin
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      layout={Layout}
      loginPage={SignInPage}
      store={store}
      dashboard={HomePage}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      requireAuth
      disableTelemetry
    >
      <Resource name="orders" list={OrderList} show={OrderPage} recordRepresentation="number" />
      <Resource
        name="onboardingDocuments"
        list={VerifyList}
        show={VerifyPage}
        recordRepresentation="serviceName"
      />
      <Resource
        name="appointments"
        list={AppointmentList}
        show={AppointmentPage}
        recordRepresentation="orderNumber"
      />
      <Resource name="campaigns" list={CampaignList} show={CampaignPage} recordRepresentation="packageName" />
      <Resource name="disputes" list={DisputeList} show={DisputePage} recordRepresentation="orderNumber" />
      <Resource name="chargebacks" list={ChargebackList} />
      <Resource name="payoutAccounts" list={PayoutAccountList} />
      <Resource name="tasks" list={TaskList} show={TaskPage} recordRepresentation="title" />
      <Resource name="reports" list={ReportList} show={ReportPage} />
      <Resource name="failedOperations" list={FailedOperationList} />
      <Resource name="mails" list={MailList} show={MailPage} recordRepresentation="subject" />
      <Resource name="texts" list={TextList} show={TextPage} recordRepresentation="toName" />
      <Resource name="savedReplies" list={SavedReplyList} recordRepresentation="title" />
      <Resource name="calendars" list={CalendarList} recordRepresentation="name" />
      <Resource name="staff" list={StaffList} show={PersonPage} recordRepresentation="name" />
      <Resource name="auditEntries" list={AuditList} />
      <Resource
        name="organisations"
        list={OrganisationList}
        show={OrganisationPage}
        recordRepresentation="name"
      />
      <Resource name="services" list={ServiceList} show={ServicePage} recordRepresentation="name" />
      <CustomRoutes>
        <Route path="/services/:id/form" element={<FormEditorPage />} />
        <Route path="/services/:id/blueprint" element={<BlueprintEditorPage />} />
        <Route path="/account" element={<AccountPage />} />
        <Route path="/inbox" element={<InboxPage />} />
        <Route path="/inbox/:id" element={<InboxPage />} />
        <Route path="/board" element={<TaskBoard />} />
        <Route path="/my-mails" element={<MyMailsPage />} />
        <Route path="/mail-gallery" element={<GalleryPage />} />
      </CustomRoutes>
    </Admin>
  )
}
