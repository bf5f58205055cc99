import type { ServiceFlow } from '../gen/operations.js'

/** Words of the catalogue and of adding a service to the cart. */
export const catalogueWords = {
  title: 'Catalogue',
  lead: 'Services for your agency and for your clients. Prices are final.',
  empty: 'Nothing is on sale just now.',
  add: 'Add to cart',
  addOf: (name: string) => `Add to cart: ${name}`,
  notOnSale: 'Not on sale just now.',
  needs: (count: number) => `Begins with a form of ${count} ${count === 1 ? 'question' : 'questions'}`,
  automatic: 'Set up by itself, nothing to fill in',
  addTitle: (name: string) => `Add ${name}`,
  buyer: 'Who buys?',
  beneficiary: 'Who is it for?',
  self: (name: string) => `${name} (us)`,
  recipient: 'Who gets the onboarding form?',
  recipientHelp: 'We mail the form to this person’s own address, never to a business address.',
  owner: 'Somebody of ours',
  client: (name: string) => `Somebody at ${name}`,
  contact: 'Person',
  contactLine: (name: string, email: string | null) =>
    email ? `${name} · ${email}` : `${name} · no e-mail address`,
  noContact: 'There is no contact here yet.',
  choose: 'Choose a person.',
  added: (name: string) => `${name} is in the cart.`,
  toCart: 'Go to the cart',
  soldBy: (name: string) => `by ${name}`,
  runs: (dates: string) => `Runs ${dates}`,
  creatives: (labels: readonly string[]) => `Needs from you: ${labels.join(', ')}`,
  noCreatives: 'Needs nothing from you',
  noBuyer: 'Your account can look, but not buy.',
}

/** What each flow means for the buyer, in one phrase. */
export const flowWords: Record<ServiceFlow, string> = {
  ONBOARDED: 'Done by our team',
  SELF_SERVICE: 'Add-on',
  APPOINTMENT: 'Appointment',
  CAMPAIGN: 'Campaign',
}

/** Words of the cart and of checking out. */
export const cartWords = {
  title: 'Cart',
  lead: 'Look it over. Each client gets an order of their own; you pay each one.',
  emptyTitle: 'Your cart is empty',
  empty: 'Choose a service, say who it is for, and who fills in the form.',
  toCatalogue: 'To the catalogue',
  forWhom: (name: string) => `For ${name}`,
  formTo: (name: string, email: string | null) => `The form goes to ${email ? `${name}, ${email}` : name}.`,
  byChannel: (name: string) => `By ${name}`,
  campaignsNote:
    'Each campaign is an order of its own with a payment of its own. The channel has 48 hours to accept it.',
  changedTitle: 'Changed since you put it into the cart',
  changed: (channel: string) => `${channel} offers it like this now. Please look at it again.`,
  changedTerms: (channel: string) => `The terms of ${channel}`,
  confirm: 'Take it like this',
  confirmOf: (name: string) => `Take it like this: ${name}`,
  leftOutTitle: 'Not everything could be put in again',
  leftOut: (name: string, why: string) => `${name}: ${why}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  inviteTitle: 'Dashboard for your clients',
  invite: (name: string) => `Invite ${name} to their dashboard`,
  inviteNote: 'They see where their order stands and their own forms. Never prices or what you write to us.',
  termsTitle: 'Terms',
  terms: 'I accept the terms of use',
  readTerms: 'Read the terms of use',
  termsVersion: (version: string) => `Version ${version}`,
  termsFirst: 'Accept the terms of use first.',
  total: 'Total',
  checkout: 'Place the order',
  checkoutNote: 'Next you pay. The price you see is the price you pay.',
}

/** Words of paying. */
export const payWords = {
  title: 'Pay',
  lead: (count: number) =>
    count === 1
      ? 'Your order is placed. Pay now and the work starts by itself.'
      : `Your ${count} orders are placed. Each is paid alone, and its work starts by itself.`,
  elsewhereTitle: 'This page takes no cards',
  elsewhere:
    'Payments go through our payment provider. Your system gets a payment method from the provider and names it with payOrder, or payAgain, of our API. If nobody on your side has set that up, write to us on the order’s activity feed before its time is over.',
  sandboxTitle: 'This is a sandbox',
  sandbox: 'No card and no bank is involved. Choose how the payment provider shall behave.',
  method: 'Payment',
  rarer: 'What else a provider may do',
  payBy: (when: string) => `Pay by ${when}; after that the order is cancelled.`,
  pay: (amount: string) => `Pay ${amount}`,
  paying: 'Waiting for the payment provider. You can stay here or come back later.',
  paid: 'Paid. The work has started.',
  setAside:
    'The money is set aside, and the channel was asked. Send your creatives now, so that nothing waits for them.',
  campaignNote:
    'Your bank sets the money aside. It is taken only if the channel accepts within 48 hours; otherwise it is let go at once.',
  cancelled: 'This order was cancelled before it was paid.',
  failed: (reason: string) =>
    `The last payment failed. ${reason ? `${reason.replace(/\.$/, '')}. ` : ''}Try again, or choose another way.`,
  toOrder: 'To the order',
  none: 'There is nothing to pay here.',
}

/** Words of buying what an order had once more. */
export const reorderWords = {
  title: 'Order the same again',
  lead: (number: string) => `What order ${number} had, at the prices of today.`,
  forWhom: (name: string) => `For ${name}`,
  gone: 'Not on sale any more',
  none: 'Nothing of it is on sale any more.',
  start: 'Put it into the cart',
  note: 'Nothing is bought yet: you look over the cart first.',
}
