import { DEMO_PASSWORD } from '../accounts/demo-accounts.js'

const SIGN_INS = [
  ['admin@demo.test', '/admin/', 'verifies, delegates, decides'],
  ['support@demo.test', '/admin/', 'talks with buyers'],
  ['finance@demo.test', '/admin/', 'looks after the money'],
  ['fulfilment@demo.test', '/admin/', 'works on tasks: seo, copywriting, listings'],
  ['fulfilment2@demo.test', '/admin/', 'works on tasks: design, web, copywriting'],
  ['fulfilment3@demo.test', '/admin/', 'works on tasks: seo, ads, listings, web'],
  ['agency@demo.test', '/portal/', 'owns Northwind Agency, which buys for two clients'],
  ['client@demo.test', '/portal/', 'belongs to Harbour Bakery, a client of it'],
  ['channel@demo.test', '/portal/', 'owns Signal Street Media, a channel'],
] as const

/** What somebody who has just started the sandbox needs to know: where to go, and as whom. */
export function sandboxPage(address: string): string {
  const width = Math.max(...SIGN_INS.map(([email]) => email.length))
  const people = SIGN_INS.map(
    ([email, where, what]) => `    ${email.padEnd(width)}  ${where.padEnd(8)}  ${what}`,
  )
  return [
    '',
    '  Waybill, as a sandbox: play money, kept mails, a clock that can be moved.',
    '',
    `    Back office      ${address}/admin/`,
    `    Portal           ${address}/portal/`,
    `    GraphQL          ${address}/graphql   (explorer in a browser, POST, WebSocket)`,
    `    Alive and ready  ${address}/healthz, ${address}/readyz`,
    `    Phones           texts are kept (back office, Texts); sandboxPhones in GraphQL names those that fail`,
    '',
    `  Sign-ins, password ${DEMO_PASSWORD}:`,
    ...people,
    '',
  ].join('\n')
}
