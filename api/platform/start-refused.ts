/** A start that cannot go on for a reason its operator can mend; the message is one plain sentence for them. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}
