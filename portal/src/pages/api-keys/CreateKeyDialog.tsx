import { useState } from 'react'
import { CreateApiKeyDocument, type ApiScope } from '../../gen/operations.js'
import type { Organisation } from '../../shell/viewer.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { Choice, SelectField, TextField } from '../../ui/Field.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { apiKeyWords as words, scopeWords, usualScopes } from '../../words/api-keys.js'
import { expected } from '../../words/refusals.js'
import type { Secret } from './SecretNotice.js'

interface CreateKeyDialogProps {
  owned: Organisation[]
  onMade: (secret: Secret) => void
  onClose: () => void
}

/** Names a key and chooses what it may do. */
export function CreateKeyDialog({ owned, onMade, onClose }: CreateKeyDialogProps) {
  const { run, pending, error } = useVerb(CreateApiKeyDocument)
  const [organisationId, setOrganisationId] = useState(owned[0]?.id ?? '')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ApiScope[]>(['READ'])
  const kind = owned.find(({ id }) => id === organisationId)?.kind === 'CHANNEL' ? 'CHANNEL' : 'BUYER'
  const offered = usualScopes[kind]
  const chosen = offered.filter((scope) => scopes.includes(scope))
  const at = (field: string): string | undefined => {
    const found = error instanceof Refused ? error.at(field) : undefined
    return found && expected(found)
  }
  const send = async (): Promise<void> => {
    const made = (await run({ organisationId, name: name.trim(), scopes: chosen }))?.createApiKey
    if (made) onMade({ id: made.id, name: made.name, secret: made.secret })
  }
  return (
    <Dialog title={words.addTitle} onClose={onClose}>
      {owned.length > 1 && (
        <SelectField
          label={words.organisation}
          value={organisationId}
          options={owned}
          onValue={setOrganisationId}
        />
      )}
      <TextField
        label={words.name}
        help={words.nameHelp}
        problem={at('name')}
        value={name}
        autoComplete="off"
        onValue={setName}
      />
      <fieldset className="field">
        <legend>{words.scopes}</legend>
        <div className="choices choices-two">
          {offered.map((scope) => (
            <Choice
              key={scope}
              name="scope"
              kind="checkbox"
              {...scopeWords[scope]}
              checked={chosen.includes(scope)}
              onPick={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
            />
          ))}
        </div>
        {chosen.length === 0 && <p className="field-problem">{words.scopesEmpty}</p>}
      </fieldset>
      <DialogEnd
        error={at('name') ? undefined : error}
        send={words.make}
        back={words.back}
        busy={pending}
        refusal={chosen.length === 0 ? words.scopesEmpty : null}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}
