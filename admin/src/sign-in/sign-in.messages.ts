/** The words of signing in. */
export const signInMessages = {
  signIn: {
    documentTitle: 'Sign in · Waybill back office',
    title: 'Back office',
    intro: 'Sign in to verify, delegate and deliver.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    mailLink: 'Mail me a sign-in link',
    linkMailed: 'If this address belongs to a member of the team, a link is on its way.',
    refused: 'That e-mail and password do not fit together.',
    notStaff: 'You are signed in, but the back office is for the team only.',
    ended: 'Your session has ended. Please sign in again.',
    customers: 'A customer, or invited by one?',
    portal: 'Go to the portal',
  },
}
