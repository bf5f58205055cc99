import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useDataProvider, useNotify, useRedirect, useResourceContext, useTranslate } from 'react-admin'
import { Refused, type VerbName, type WaybillDataProvider } from '../data/data-provider.js'
import type { VerbInput } from '../gen/schema.js'
import { sentence } from '../shared/StateChip.js'

/**
 * A verb to call: `run(input, version)` answers what the API gave, or undefined where it was refused (which has been
 * said to the person by then). Never optimistic. The key stays the same until there is an answer, so that trying
 * again after a lost connection does not do it twice; everything shown is read again afterwards. `problems` are the
 * fields that the last call was refused for, by their path. Where the record is no longer this person's to see, it leads back to the list.
 */
export function useVerb<Name extends VerbName>(name: Name) {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const translate = useTranslate()
  const redirect = useRedirect()
  const resource = useResourceContext()
  const key = useRef<string>(undefined)
  const [pending, setPending] = useState(false)
  const [problems, setProblems] = useState<Record<string, string>>({})

  const run = async (
    input: VerbInput[Name],
    expectedVersion?: number,
    options: { quiet?: boolean; inForm?: boolean } = {},
  ) => {
    key.current ??= crypto.randomUUID()
    setPending(true)
    setProblems({})
    try {
      const answer = await dataProvider.verb(name, input, { expectedVersion, idempotencyKey: key.current })
      key.current = undefined
      if (!options.quiet)
        notify(translate(`verbs.${name}.done`, { _: translate('verbs.done') }), { type: 'success' })
      // Null: the verb itself took away the right to see the record, so its page has nothing to show any more.
      if (answer === null && resource) redirect('list', resource)
      return answer ?? true
    } catch (error) {
      const refusal = error instanceof Refused ? error.refusal : undefined
      if (refusal?.code !== 'UNREACHABLE') key.current = undefined
      setProblems(refusal?.fields ?? {})
      const text = refusal?.message ?? String(error)
      const marked = options.inForm && Object.keys(refusal?.fields ?? {}).length > 0
      const words = marked ? 'refusals.marked' : `refusals.${refusal?.code}`
      notify(translate(words, { _: text, message: text }), { type: 'error' })
      return undefined
    } finally {
      setPending(false)
      void queryClient.invalidateQueries()
    }
  }
  return { run, pending, problems }
}

/** A verb's name on a button. */
export function useVerbLabel() {
  const translate = useTranslate()
  return (name: string) => translate(`verbs.${name}.label`, { _: sentence(name) })
}
