import { useState, type FormEvent } from 'react'
import type { TypedDocumentString } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Dialog } from '../../ui/Dialog.js'
import { Failure } from '../../ui/Failure.js'
import { SelectField, TextField } from '../../ui/Field.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { expected } from '../../words/refusals.js'

/** One thing that is asked: a line of text, or one of some options. */
export interface Ask {
  readonly key: string
  readonly label: string
  readonly type?: 'email' | 'tel'
  readonly options?: { id: string; name: string }[]
  readonly optional?: boolean
}

interface AskDialogProps<Answer, Variables extends { key: string }> {
  title: string
  submit: string
  operation: TypedDocumentString<Answer, Variables>
  given: Readonly<Record<string, string>>
  asks: readonly Ask[]
  onDone: () => Promise<void>
  onClose: () => void
}

/** Asks what a verb needs and does it; what was refused is said at its field. */
export function AskDialog<Answer, Variables extends { key: string }>(
  props: AskDialogProps<Answer, Variables>,
) {
  const { title, submit, operation, given, asks, onDone, onClose } = props
  const { run, pending, error } = useVerb(operation)
  const [said, setSaid] = useState<Record<string, string>>(() =>
    Object.fromEntries(asks.map(({ key, options }) => [key, options?.[0]?.id ?? ''])),
  )
  const problemAt = (key: string): string | undefined => {
    const found = error instanceof Refused ? error.at(key) : undefined
    return found && expected(found)
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
    if (!(await run({ ...given, ...filled } as unknown as Omit<Variables, 'key'>))) return
    await onDone()
    onClose()
  }
  const atFields = asks.some(({ key }) => problemAt(key))
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        {asks.map(({ key, label, type, options }) => {
          const common = { label, problem: problemAt(key), value: said[key] ?? '' }
          const onValue = (value: string): void => setSaid((before) => ({ ...before, [key]: value }))
          return options ? (
            <SelectField key={key} {...common} options={options} onValue={onValue} />
          ) : (
            <TextField key={key} {...common} type={type ?? 'text'} autoComplete="off" onValue={onValue} />
          )
        })}
        {!atFields && <Failure error={error} />}
        <Button type="submit" wide busy={pending}>
          {submit}
        </Button>
      </form>
    </Dialog>
  )
}
