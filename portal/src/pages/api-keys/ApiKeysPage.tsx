import { useState } from 'react'
import { ApiKeysDocument } from '../../gen/operations.js'
import { ownedBy, type Viewer } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Card, Notice } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { apiKeyWords as words } from '../../words/api-keys.js'
import { CreateKeyDialog } from './CreateKeyDialog.js'
import { KeyRow } from './KeyRow.js'
import { SecretNotice, type Secret } from './SecretNotice.js'

/** Where owners keep the keys that their programs call with; a secret is shown once. */
export function ApiKeysPage({ viewer }: { viewer: Viewer }) {
  const { data, error, reload } = useRead(ApiKeysDocument, {})
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<Secret>()
  const owned = ownedBy(viewer)
  if (owned.length === 0) {
    return (
      <Page title={words.title}>
        <Notice title={words.onlyOwners} />
      </Page>
    )
  }
  const got = (next: Secret): void => {
    setSecret(next)
    void reload()
  }
  const keys = data?.apiKeys.nodes ?? []
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      action={<Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {secret && <SecretNotice key={secret.id} secret={secret} onDone={() => setSecret(undefined)} />}
      <Failure error={error} onRetry={() => void reload()} />
      {!data && !error && <Bones />}
      {data && (
        <Card title={words.title}>
          {keys.length === 0 && <p className="muted">{words.empty}</p>}
          <ul className="lines">
            {keys.map((key) => (
              <li key={key.id}>
                <KeyRow apiKey={key} many={owned.length > 1} onSecret={got} onChange={() => void reload()} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {adding && (
        <CreateKeyDialog
          owned={owned}
          onMade={(made) => {
            setAdding(false)
            got(made)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
