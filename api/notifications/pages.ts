import { TOKEN_SLOT } from '../platform/mailer/content.js'

/**
 * The pages that mails lead to. Those that open by a secret have a slot for it behind `#`, where no server and no log
 * sees it; the token itself is put in when the mail is handed over, and nowhere before.
 */
export interface Pages {
  readonly onboardingLink: string
  /** Where a counterpart confirms, declines or moves an appointment. */
  readonly appointmentLink: string
  readonly invitationLink: string
  readonly home: string
  readonly catalogue: string
  order(id: string): string
  pay(orderId: string): string
  report(id: string): string
  campaign(id: string): string
  dispute(id: string): string
  /** A cart with what an order was for, once more. */
  reorder(orderId: string): string
  /** Where a channel's money goes. */
  readonly payoutAccount: string
  /** What our terms say about disputes. */
  readonly disputeTerms: string
  team: {
    readonly home: string
    order(id: string): string
    onboarding(id: string): string
    task(id: string): string
    dispute(id: string): string
    appointment(id: string): string
  }
}

/** The pages below the address at which people reach us. */
export function pagesAt(publicUrl: string): Pages {
  const portal = `${publicUrl}/portal`
  const show = (resource: string) => (id: string) =>
    `${publicUrl}/admin/#/${resource}/${encodeURIComponent(id)}/show`
  const secret = (path: string) => `${portal}/${path}#token=${TOKEN_SLOT}`
  return {
    onboardingLink: secret('onboarding'),
    appointmentLink: secret('appointment'),
    invitationLink: secret('invitation'),
    home: `${portal}/`,
    catalogue: `${portal}/catalogue`,
    order: (id) => `${portal}/orders/${encodeURIComponent(id)}`,
    pay: (orderId) => `${portal}/pay?orders=${encodeURIComponent(orderId)}`,
    report: (id) => `${portal}/reports/${encodeURIComponent(id)}`,
    campaign: (id) => `${portal}/campaigns/${encodeURIComponent(id)}`,
    dispute: (id) => `${portal}/disputes/${encodeURIComponent(id)}`,
    reorder: (orderId) => `${portal}/reorder/${encodeURIComponent(orderId)}`,
    payoutAccount: `${portal}/payouts`,
    disputeTerms: `${portal}/terms#disputes`,
    team: {
      home: `${publicUrl}/admin/`,
      order: show('orders'),
      onboarding: show('onboardingDocuments'),
      task: show('tasks'),
      dispute: show('disputes'),
      appointment: show('appointments'),
    },
  }
}
