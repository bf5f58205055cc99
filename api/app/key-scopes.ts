import type { ApiScope } from '../lib/api-scopes.js'
import type { KeyScopes } from '../platform/graphql/key-scopes.js'

/** What each scope of an API key opens, by the names of root fields. Reading is one scope, doing is several. */
const opened: Readonly<Record<ApiScope, readonly string[]>> = {
  READ: [
    'campaign',
    'campaigns',
    'campaignUpdated',
    'cart',
    'carts',
    'clock',
    'contacts',
    'dispute',
    'disputeRates',
    'disputeReasons',
    'disputes',
    'disputeUpdated',
    'node',
    'nodes',
    'onboardingDocument',
    'onboardingDocuments',
    'onboardingUpdated',
    'order',
    'orderActivity',
    'orders',
    'orderUpdated',
    'organisation',
    'organisations',
    'payoutAccounts',
    'payouts',
    'report',
    'reports',
    'service',
    'services',
  ],
  CAMPAIGNS: [
    'acceptCampaign',
    'answerCancellation',
    'completeCampaign',
    'declineCampaign',
    'markCampaignReady',
    'proposeCancellation',
    'reopenCreatives',
  ],
  CREATIVES: ['approveCreative', 'rejectCreative', 'uploadCreative'],
  PACKAGES: ['addPackage', 'changePackage', 'offerService', 'withdrawService'],
  MESSAGES: ['postMessage'],
  ORDERS: [
    'addCartLine',
    'cancelOrder',
    'checkout',
    'confirmDelivery',
    'createCart',
    'payAgain',
    'payOrder',
    'releaseFunds',
    'removeCartLine',
    'reorder',
    'requestRevision',
    'withdrawCampaign',
  ],
  ONBOARDING: [
    'changeOnboardingRecipient',
    'resendOnboardingRequest',
    'saveOnboardingDraft',
    'submitOnboarding',
    'withdrawOnboarding',
  ],
  DISPUTES: [
    'addEvidence',
    'addStatement',
    'answerDisputeInformation',
    'openDispute',
    'respondToDispute',
    'withdrawDispute',
  ],
  FILES: ['completeUpload', 'createUpload'],
}

/** Who is asking, and which keys it may see (itself): whatever its scopes. */
const forAnyKey = ['apiKeys', 'viewer']

/** People, their access and their choices, payout accounts, keys, links and the sandbox's clock: somebody signs in for these. */
const forNoKey = [
  'acceptInvitation',
  'addContact',
  'addOrganisation',
  'advanceClock',
  'changeContact',
  'changeOrganisation',
  'changeRole',
  'connectPayoutAccount',
  'createApiKey',
  'disableMember',
  'enableMember',
  'inviteMember',
  'mailPreferences',
  'mailPreferencesByLink',
  'redeemOnboardingLink',
  'requestFreshOnboardingLink',
  'revokeApiKey',
  'rotateApiKey',
  'setMailPreference',
  'setMailPreferenceByLink',
]

/** What an API key needs for each root field that a member may call: a scope, nothing, or it may never. */
export const keyScopes: KeyScopes = Object.fromEntries([
  ...Object.entries(opened).flatMap(([scope, fields]) => fields.map((field) => [field, scope as ApiScope])),
  ...forAnyKey.map((field) => [field, 'ANY' as const]),
  ...forNoKey.map((field) => [field, 'NONE' as const]),
])
