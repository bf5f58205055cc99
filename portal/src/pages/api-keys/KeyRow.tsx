import { useState } from 'react'
import { RevokeApiKeyDocument, RotateApiKeyDocument, type ApiKeyPartsFragment } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Button } from '../../ui/Button.js'
import { Chip } from '../../ui/Card.js'
import { SureDialog } from '../../ui/SureDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { apiKeyWords as words, scopeWords } from '../../words/api-keys.js'
import { actionOf } from '../order/order-parts.js'
import type { Secret } from './SecretNotice.js'

interface KeyRowProps {
  apiKey: ApiKeyPartsFragment
  /** Whether the viewer owns several organisations, so that each key says for which it acts. */
  many: boolean
  onSecret: (secret: Secret) => void
  onChange: () => void
}

/** One key: whether it works, what it may do, when it was last used, and ending it. */
export function KeyRow({ apiKey, many, onSecret, onChange }: KeyRowProps) {
  const { name, scopes, status, works, organisation } = apiKey
  const ended = status === 'REVOKED'
  return (
    <>
      <div className="row row-apart">
        <h3>{name}</h3>
        <Chip tone={ended ? 'plain' : works ? 'good' : 'bad'}>
          {ended ? words.ended : works ? words.active : words.stopped}
        </Chip>
      </div>
      <p className="small">{scopes.map((scope) => scopeWords[scope].label).join(' · ')}</p>
      <p className="small muted">
        {[many && organisation && words.for(organisation.name), ...historyOf(apiKey)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!ended && !works && <p className="small">{words.stoppedText}</p>}
      <Buttons {...{ apiKey, many, onSecret, onChange }} />
    </>
  )
}

function historyOf(key: ApiKeyPartsFragment): (string | null)[] {
  const { createdAt, lastUsedAt, revokedAt, keeper, earlierSecretUntil } = key
  return [
    words.created(moment(createdAt)),
    lastUsedAt ? words.lastUsed(moment(lastUsedAt)) : words.neverUsed,
    revokedAt ? words.endedOn(moment(revokedAt)) : keeper && words.keeper(keeper.name),
    earlierSecretUntil && words.earlier(moment(earlierSecretUntil)),
  ]
}

function Buttons({ apiKey, onSecret, onChange }: KeyRowProps) {
  const [asked, setAsked] = useState<'rotate' | 'revoke'>()
  const rotate = useVerb(RotateApiKeyDocument)
  const revoke = useVerb(RevokeApiKeyDocument)
  const { id, name, version } = apiKey
  const close = (): void => setAsked(undefined)
  const rotated = async (): Promise<void> => {
    const made = (await rotate.run({ id, expectedVersion: version }))?.rotateApiKey
    if (!made) return
    close()
    onSecret({ id: `${made.id}-${version}`, name: made.name, secret: made.secret })
  }
  const revoked = async (): Promise<void> => {
    if (!(await revoke.run({ id, expectedVersion: version }))) return
    close()
    onChange()
  }
  return (
    <div className="row">
      {actionOf(apiKey, 'rotateApiKey')?.allowed && (
        <Button kind="plain" aria-label={words.rotateOf(name)} onClick={() => setAsked('rotate')}>
          {words.rotate}
        </Button>
      )}
      {actionOf(apiKey, 'revokeApiKey')?.allowed && (
        <Button kind="plain" aria-label={words.revokeOf(name)} onClick={() => setAsked('revoke')}>
          {words.revoke}
        </Button>
      )}
      {asked === 'rotate' && (
        <SureDialog
          title={words.rotateTitle(name)}
          text={words.rotateText}
          yes={words.rotateYes}
          no={words.back}
          pending={rotate.pending}
          error={rotate.error}
          onYes={() => void rotated()}
          onClose={close}
        />
      )}
      {asked === 'revoke' && (
        <SureDialog
          title={words.revokeTitle(name)}
          text={words.revokeText}
          yes={words.revokeYes}
          no={words.back}
          stern
          pending={revoke.pending}
          error={revoke.error}
          onYes={() => void revoked()}
          onClose={close}
        />
      )}
    </div>
  )
}
