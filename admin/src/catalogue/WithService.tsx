import LinearProgress from '@mui/material/LinearProgress'
import { useState, type ReactNode } from 'react'
import { useGetOne, useTranslate } from 'react-admin'
import { useParams, useSearchParams } from 'react-router-dom'
import type { ServicePageFragment } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'

/**
 * The service of an editor's address, read once: what is being written is not replaced when it is read again. `again` reads it anew
 * and begins from what the API has then.
 */
export function WithService({
  children,
}: {
  children: (service: ServicePageFragment, from: number | undefined, again: () => void) => ReactNode
}) {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const [round, setRound] = useState(0)
  const { data, isFetching, refetch } = useGetOne<ServicePageFragment>(
    'services',
    { id, meta: { whole: true, round } },
    { refetchOnMount: 'always', refetchOnWindowFocus: false },
  )
  const [held, setHeld] = useState<{ round: number; service: ServicePageFragment }>()
  if (data && !isFetching && held?.round !== round) setHeld({ round, service: data })
  const again = () => {
    setParams({}, { replace: true })
    setRound((before) => before + 1)
    void refetch()
  }
  if (!held || held.round !== round) return <LinearProgress aria-label="…" sx={{ mt: 2 }} />
  if (typeof held.service.formDraftVersion !== 'number' || held.service.flow !== 'ONBOARDED')
    return <Quiet>{translate('editor.notYours')}</Quiet>
  const from = Number(params.get('from')) || undefined
  return <div key={round}>{children(held.service, from, again)}</div>
}
