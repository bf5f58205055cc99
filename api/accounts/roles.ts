/** What a person may do in an organisation. */
export const memberRoles = {
  OWNER: 'Money, disputes and people.',
  MEMBER: 'Everything else of the organisation.',
} as const

export type MemberRole = keyof typeof memberRoles

/** What a team member does. */
export const staffRoles = {
  ADMIN: 'Verifies, delegates and decides.',
  FULFILMENT: 'Works tasks.',
  SUPPORT: 'The feed and outreach.',
  FINANCE: 'Money.',
} as const

export type StaffRole = keyof typeof staffRoles

/** What kinds of organisation there are. */
export const organisationKinds = {
  AGENCY: 'Buys, also for its clients.',
  CLIENT: 'A business; it may belong to an agency.',
  CHANNEL: 'Sells campaigns.',
} as const
