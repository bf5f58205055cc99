import type { AccountState } from '../../gateway.js'

/** The sandbox's payout accounts, and what each does. */
export const sandboxAccounts = {
  acct_ok: { doc: 'Can be paid out to at once.' },
  acct_slow: { doc: 'Can be paid out to after some seconds.', slow: true },
  acct_never: { doc: 'Is never ready to be paid out to.', never: true },
  acct_closed: { doc: 'Looks ready, and every transfer to it is refused.' },
} as const satisfies Record<string, { doc: string; slow?: true; never?: true }>

/** Opens them: `acct_slow` is ready so long after it was first asked about. Others of the form acct_… act like `acct_ok`. */
export function openSandboxAccounts(slowMs: number): (account: string) => AccountState {
  const firstAsked = new Map<string, number>()
  return (account) => {
    if (account === 'acct_never') return 'NOT_YET'
    if (!/^acct_\w+$/.test(account) || account === 'acct_unknown') return 'UNKNOWN'
    if (account !== 'acct_slow') return 'READY'
    const since = firstAsked.get(account) ?? performance.now()
    firstAsked.set(account, since)
    return performance.now() - since >= slowMs ? 'READY' : 'NOT_YET'
  }
}
