/** What becomes of a service once it is paid. */
export const serviceFlows = {
  ONBOARDED: 'Asks for onboarding documents first; tasks follow once they are approved.',
  SELF_SERVICE: 'An add-on: provisioned by itself, with no onboarding and no human.',
  APPOINTMENT: 'Outreach that ends in a confirmed appointment.',
  CAMPAIGN: 'Run by a channel, which accepts or declines within 48 hours.',
} as const

export type ServiceFlow = keyof typeof serviceFlows
