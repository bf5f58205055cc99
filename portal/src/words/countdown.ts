/** Words of how much time is left. */
export const countdownWords = {
  left: (time: string, what: string | undefined) => (what ? `${time} left ${what}` : `${time} left`),
  over: 'Time is over',
}
