import type { ApiScope } from '../gen/operations.js'

/** Words of the page on which owners keep the keys that their programs call with. */
export const apiKeyWords = {
  nav: 'API keys',
  title: 'API keys',
  lead: 'With a key, a program of yours does what you allow it to, without anybody being signed in.',
  onlyOwners: 'Owners keep this page. Ask an owner of your organisation.',
  add: 'Make a key',
  addTitle: 'Make an API key',
  for: (name: string) => `Acts for ${name}`,
  organisation: 'For which organisation?',
  name: 'What is it for?',
  nameHelp: 'A name by which you know it again, for example “campaign robot”.',
  scopes: 'What may it do?',
  scopesEmpty: 'Choose at least one.',
  make: 'Make the key',
  back: 'Not now',
  secretTitle: 'Keep this secret now',
  secretLead: 'It is shown this once. Nobody can show it again; if it is lost, give the key a fresh one.',
  secretOf: (name: string) => `The secret of ${name}`,
  header: 'Send it with each call as',
  copy: 'Copy',
  copied: 'Copied.',
  lost: 'The key was made, but its secret got lost on the way. Give it a fresh one below.',
  done: 'I have it',
  empty: 'There is no key yet.',
  active: 'Works',
  stopped: 'Stopped',
  ended: 'Ended',
  stoppedText: 'Whoever answered for it is no owner any more. Give it a fresh secret to take it over.',
  created: (when: string) => `Made ${when}`,
  neverUsed: 'never used',
  lastUsed: (when: string) => `last used ${when}`,
  keeper: (name: string) => `${name} answers for it`,
  earlier: (when: string) => `The secret before is good until ${when}.`,
  endedOn: (when: string) => `Ended ${when}`,
  rotate: 'Fresh secret',
  rotateOf: (name: string) => `Fresh secret for ${name}`,
  rotateTitle: (name: string) => `Give ${name} a fresh secret?`,
  rotateText: 'The one that it has now is good for an hour more. From now on you answer for this key.',
  rotateYes: 'Yes, make a fresh one',
  revoke: 'End',
  revokeOf: (name: string) => `End ${name}`,
  revokeTitle: (name: string) => `End ${name}?`,
  revokeText: 'Calls with it are refused from this moment on. That can’t be taken back.',
  revokeYes: 'Yes, end it',
}

/** What each scope allows, in a few words. */
export const scopeWords: Record<ApiScope, { label: string; note: string }> = {
  READ: { label: 'Read', note: 'Everything that a member sees, live too.' },
  CAMPAIGNS: { label: 'Campaigns', note: 'Accept, decline, ready, complete, and cancellations.' },
  CREATIVES: { label: 'Creatives', note: 'Send them, approve and reject them.' },
  PACKAGES: { label: 'Packages', note: 'Add and change them, put them on sale and take them off.' },
  MESSAGES: { label: 'Messages', note: 'Write on the feeds of orders.' },
  ORDERS: { label: 'Orders', note: 'Buy, pay and release; confirm, withdraw and cancel.' },
  ONBOARDING: { label: 'Onboarding', note: 'Fill in and submit forms.' },
  DISPUTES: { label: 'Disputes', note: 'Open them and take part, as an owner does.' },
  FILES: { label: 'Files', note: 'Send files, for what another scope allows.' },
}

/** What a channel's program needs, and what a buyer's has use for; the rest is offered below. */
export const usualScopes: Record<'CHANNEL' | 'BUYER', ApiScope[]> = {
  CHANNEL: ['READ', 'CAMPAIGNS', 'CREATIVES', 'PACKAGES', 'MESSAGES', 'DISPUTES', 'FILES'],
  BUYER: ['READ', 'ORDERS', 'CREATIVES', 'ONBOARDING', 'MESSAGES', 'DISPUTES', 'FILES', 'CAMPAIGNS'],
}
