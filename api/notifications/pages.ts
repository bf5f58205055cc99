import { TOKEN_SLOT } from '../platform/mailer/content.js'

/**
 * The pages that mails lead to. Those that open by a secret have a slot for it behind `#`, where no server and no log
 * sees it; the token itself is put in when the mail is handed over, and nowhere before.
 */
export interface Pages {
  readonly onboardingLink: string
  readonly invitationLink: string
  readonly home: string
  readonly catalogue: string
  order(id: string): string
  pay(orderId: string): string
  report(id: string): string
  team: {
    readonly home: string
    order(id: string): string
    onboarding(id: string): string
    task(id: string): string
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
    invitationLink: secret('invitation'),
    home: `${portal}/`,
    catalogue: `${portal}/catalogue`,
    order: (id) => `${portal}/orders/${encodeURIComponent(id)}`,
    pay: (orderId) => `${portal}/pay?orders=${encodeURIComponent(orderId)}`,
    report: (id) => `${portal}/reports/${encodeURIComponent(id)}`,
    team: {
      home: `${publicUrl}/admin/`,
      order: show('orders'),
      onboarding: show('onboardingDocuments'),
      task: show('tasks'),
    },
  }
}
