/** The words of one's own account. */
export const accountMessages = {
  account: {
    title: 'Your account',
    factor: 'Second factor',
    has: 'At every sign-in you are asked for a code of your authenticator app. If the telephone is lost, a backup code opens, or another admin resets it.',
    hasNone:
      'Your password alone opens your account. With a second factor, a code of an app on your telephone is asked for, too.',
    setUp: 'Set up a second factor',
    renew: 'Make new backup codes',
    remove: 'Remove the second factor',
    removed: 'Removed. Your password alone opens your account now.',
  },
}
