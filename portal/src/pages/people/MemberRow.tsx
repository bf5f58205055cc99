import {
  ChangeRoleDocument,
  DisableMemberDocument,
  EnableMemberDocument,
  type PersonHereFragment,
} from '../../gen/operations.js'
import { useWho } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Chip } from '../../ui/Card.js'
import type { Tone } from '../../ui/tone.js'
import { Failure } from '../../ui/Failure.js'
import { useVerb } from '../../wire/use-verb.js'
import { peopleWords as words } from '../../words/people.js'

const TONES: Record<string, Tone> = { INVITED: 'go', ACTIVE: 'good', DISABLED: 'plain' }

/** Somebody who signs in, or was invited to: what they may do, and what may be done about it. */
export function MemberRow({
  member,
  onChange,
}: {
  member: PersonHereFragment
  onChange: () => Promise<void>
}) {
  const { viewer, reload } = useWho()
  const { user, contact, role, status } = member
  const name = user?.name ?? contact?.name ?? ''
  const isMe = user !== null && user?.id === viewer?.user?.id
  const changed = async (): Promise<void> => {
    await onChange()
    if (isMe) await reload()
  }
  return (
    <li>
      <div className="person-name">
        {name} {isMe && <small>({words.you})</small>}
        <span>{user?.email ?? contact?.email}</span>
      </div>
      <div className="person-state">
        <Chip tone="plain">{words.roles[role]}</Chip>{' '}
        <Chip tone={TONES[status] ?? 'plain'}>{words.states[status]}</Chip>
      </div>
      <Actions member={member} name={name} onChange={changed} />
    </li>
  )
}

function Actions({
  member,
  name,
  onChange,
}: {
  member: PersonHereFragment
  name: string
  onChange: () => Promise<void>
}) {
  const role = useVerb(ChangeRoleDocument)
  const off = useVerb(DisableMemberDocument)
  const on = useVerb(EnableMemberDocument)
  const { id, version, availableActions } = member
  const offer = (action: string) =>
    availableActions.find((one) => one.name === action && one.refusal !== 'INVALID_TRANSITION')
  const after = async (done: Promise<unknown>): Promise<void> => {
    if (await done) await onChange()
  }
  const other = member.role === 'OWNER' ? ('MEMBER' as const) : ('OWNER' as const)
  const buttons = [
    {
      action: 'changeRole',
      label: other === 'OWNER' ? words.makeOwner : words.makeMember,
      run: () => after(role.run({ id, version, role: other })),
      busy: role.pending,
    },
    {
      action: 'disableMember',
      label: words.disable,
      run: () => after(off.run({ id, version })),
      busy: off.pending,
    },
    {
      action: 'enableMember',
      label: words.enable,
      run: () => after(on.run({ id, version })),
      busy: on.pending,
    },
  ]
  // One reason that stands in the way of several is said once.
  const told = new Set<string>()
  const shown = buttons.filter(({ action }) => {
    const why = offer(action)?.message
    if (!why) return true
    const first = !told.has(why)
    told.add(why)
    return first
  })
  return (
    <div className="person-actions">
      {shown.map(({ action, label, run, busy }) => {
        const found = offer(action)
        return (
          found && (
            <Button
              key={action}
              kind="plain"
              busy={busy}
              refusal={found.allowed ? undefined : found.message}
              aria-label={words.person(name, label)}
              onClick={() => void run()}
            >
              {label}
            </Button>
          )
        )
      })}
      <Failure error={role.error ?? off.error ?? on.error} />
    </div>
  )
}
