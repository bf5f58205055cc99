/** Words of signing in and of accepting an invitation. */
export const signInWords = {
  title: 'Sign in',
  lead: 'Follow your orders, fill in forms and talk to our team.',
  over: 'Your session has ended. Please sign in again.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  link: 'Mail me a sign-in link instead',
  linkSubmit: 'Mail me a link',
  passwordInstead: 'Use a password instead',
  linkSentTitle: 'Look into your mailbox',
  linkSent: (email: string) =>
    `If ${email} is known to us, a sign-in link is on its way. It works once and for a short time.`,
  magicTitle: 'Sign in to Waybill',
  magicLead: 'You came from a sign-in link in one of our mails. It works once.',
  magicEnded: 'This link was used or has ended',
  magicEndedNote: 'Sign in with your password, or ask for a fresh link there.',
  magicSubmit: 'Sign in now',
  noToken: 'This address is incomplete. Open the whole link from the mail.',
  inviteTitle: 'You are invited',
  inviteLead:
    'Choose a password to open your dashboard: where your orders stand, your forms and messages, in one place.',
  newPassword: 'New password',
  newPasswordHelp: 'At least 10 characters. A sentence is easier to remember than a riddle.',
  repeat: 'The same again',
  mismatch: 'The two are not the same.',
  tooShort: 'At least 10 characters.',
  accept: 'Accept the invitation',
  accepted: 'Welcome. Your password is set.',
  acceptedLead: (email: string) =>
    `Sign in ${email ? `as ${email} ` : ''}with the password you have just chosen.`,
}
