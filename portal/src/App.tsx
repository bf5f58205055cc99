import type { ReactNode } from 'react'
import { ApiKeysPage } from './pages/api-keys/ApiKeysPage.js'
import { AppointmentLinkPage } from './pages/appointment/AppointmentLinkPage.js'
import { AppointmentPage } from './pages/appointment/AppointmentPage.js'
import { CampaignPage } from './pages/campaign/CampaignPage.js'
import { CampaignManagerPage } from './pages/campaigns/CampaignManagerPage.js'
import { CartPage } from './pages/cart/CartPage.js'
import { CataloguePage } from './pages/catalogue/CataloguePage.js'
import { ConcernPage } from './pages/concern/ConcernPage.js'
import { DisputePage } from './pages/disputes/DisputePage.js'
import { OpenDisputePage } from './pages/disputes/OpenDisputePage.js'
import { StartPage } from './pages/home/StartPage.js'
import { FormPreviewPage } from './pages/onboarding/FormPreviewPage.js'
import { OnboardingPage } from './pages/onboarding/OnboardingPage.js'
import { RedeemPage } from './pages/onboarding/RedeemPage.js'
import { OrderPage } from './pages/order/OrderPage.js'
import { NewPackagePage, PackagePage } from './pages/packages/PackagePage.js'
import { PackagesPage } from './pages/packages/PackagesPage.js'
import { PayoutsPage } from './pages/payouts/PayoutsPage.js'
import { PeoplePage } from './pages/people/PeoplePage.js'
import { PayPage } from './pages/pay/PayPage.js'
import { PreferencesPage } from './pages/preferences/PreferencesPage.js'
import { ReorderPage } from './pages/reorder/ReorderPage.js'
import { ArchivePage } from './pages/reports/ArchivePage.js'
import { ReportPage } from './pages/reports/ReportPage.js'
import { InvitationPage } from './pages/sign-in/InvitationPage.js'
import { MagicLinkPage } from './pages/sign-in/MagicLinkPage.js'
import { SignInPage } from './pages/sign-in/SignInPage.js'
import { TermsPage } from './pages/terms/TermsPage.js'
import { match, usePlace } from './router/router.js'
import { SignedIn } from './shell/SignedIn.js'
import { Shell } from './shell/Shell.js'
import { ViewerProvider } from './shell/viewer.js'
import { Missing } from './ui/Failure.js'

type Draw = (params: Record<string, string>) => ReactNode

/** Every page by its path. Those of a buyer ask for a signed-in person first; a link's pages bring their own right. */
const PAGES: [pattern: string, draw: Draw][] = [
  ['/', () => <SignedIn>{(viewer) => <StartPage viewer={viewer} />}</SignedIn>],
  ['/sign-in', () => <SignInPage />],
  ['/magic-link', () => <MagicLinkPage />],
  ['/invitation', () => <InvitationPage />],
  ['/preferences', () => <PreferencesPage />],
  ['/onboarding', () => <RedeemPage />],
  ['/onboarding/:id', ({ id = '' }) => <OnboardingPage key={id} id={id} />],
  ['/catalogue', () => <SignedIn>{(viewer) => <CataloguePage viewer={viewer} />}</SignedIn>],
  ['/api-keys', () => <SignedIn>{(viewer) => <ApiKeysPage viewer={viewer} />}</SignedIn>],
  ['/packages', () => <SignedIn>{(viewer) => <PackagesPage viewer={viewer} />}</SignedIn>],
  ['/packages/new', () => <SignedIn>{(viewer) => <NewPackagePage viewer={viewer} />}</SignedIn>],
  [
    '/packages/:id',
    ({ id = '' }) => <SignedIn>{(viewer) => <PackagePage key={id} id={id} viewer={viewer} />}</SignedIn>,
  ],
  ['/payouts', () => <SignedIn>{(viewer) => <PayoutsPage viewer={viewer} />}</SignedIn>],
  ['/people', () => <SignedIn>{() => <PeoplePage />}</SignedIn>],
  ['/cart', () => <SignedIn>{() => <CartPage />}</SignedIn>],
  ['/pay', () => <SignedIn>{() => <PayPage />}</SignedIn>],
  ['/campaigns', () => <SignedIn>{(viewer) => <CampaignManagerPage viewer={viewer} />}</SignedIn>],
  [
    '/campaigns/:id',
    ({ id = '' }) => <SignedIn>{(viewer) => <CampaignPage key={id} id={id} viewer={viewer} />}</SignedIn>,
  ],
  [
    '/reorder/:id',
    ({ id = '' }) => <SignedIn>{(viewer) => <ReorderPage key={id} id={id} viewer={viewer} />}</SignedIn>,
  ],
  ['/concern', () => <SignedIn>{(viewer) => <ConcernPage viewer={viewer} />}</SignedIn>],
  ['/terms', () => <TermsPage />],
  [
    '/campaigns/:id/dispute',
    ({ id = '' }) => <SignedIn>{() => <OpenDisputePage key={id} id={id} />}</SignedIn>,
  ],
  ['/disputes/:id', ({ id = '' }) => <SignedIn>{() => <DisputePage key={id} id={id} />}</SignedIn>],
  ['/orders/:id/reports', ({ id = '' }) => <SignedIn>{() => <ArchivePage key={id} id={id} />}</SignedIn>],
  ['/reports/:id', ({ id = '' }) => <SignedIn>{() => <ReportPage key={id} id={id} />}</SignedIn>],
  [
    '/orders/:id',
    ({ id = '' }) => <SignedIn>{(viewer) => <OrderPage key={id} id={id} viewer={viewer} />}</SignedIn>,
  ],
]

/** The portal. */
export function App() {
  const { path } = usePlace()
  // Shown inside the back office: no bar, no viewer.
  if (path === '/form-preview') return <FormPreviewPage />
  // A counterpart has no account: their pages have a frame of their own, in their language.
  if (path === '/appointment') return <AppointmentLinkPage />
  const asked = match('/appointment/:id', path)
  if (asked) return <AppointmentPage key={asked['id']} id={asked['id'] ?? ''} />
  return (
    <ViewerProvider>
      <Shell>
        <Routed />
      </Shell>
    </ViewerProvider>
  )
}

function Routed() {
  const { path } = usePlace()
  for (const [pattern, draw] of PAGES) {
    const params = match(pattern, path)
    if (params) return draw(params)
  }
  return <Missing />
}
