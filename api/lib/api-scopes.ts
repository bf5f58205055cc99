/** What an API key may be allowed to do, each a part of what a member may. */
export const apiScopes = {
  READ: 'Reads everything that a member of the organisation may see, and follows it live.',
  CAMPAIGNS:
    'Takes campaigns through: accept, decline, ready, complete, reopen the creatives, propose and answer a cancellation.',
  CREATIVES: 'Uploads a campaign’s creatives, approves and rejects them.',
  PACKAGES: 'Adds and changes a channel’s packages, puts them on sale and takes them off.',
  MESSAGES: 'Writes on the feeds of orders.',
  ORDERS:
    'Buys and pays: carts, checkout, payments, releases; confirms, asks for revisions, withdraws and cancels.',
  ONBOARDING: 'Fills in and submits onboarding documents of the organisation and its clients.',
  DISPUTES: 'Opens disputes and takes part in them: statements, evidence, answers. It acts as an owner does.',
  FILES: 'Sends files, to be used by what another scope allows.',
} as const

export type ApiScope = keyof typeof apiScopes

/** The scopes with which a key acts as an owner does; what else is for owners alone is in no scope. */
export const ownerScopes: readonly ApiScope[] = ['DISPUTES']
