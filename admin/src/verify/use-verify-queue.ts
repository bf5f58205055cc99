import { useEffect } from 'react'
import { useGetList } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import type { OnboardingRowFragment } from '../gen/documents.js'

/** The queue as it is walked: oldest first, and where the given document stands in it. */
export function useVerifyQueue(id?: string) {
  const { data = [] } = useGetList<OnboardingRowFragment>('onboardingDocuments', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'submittedAt', order: 'ASC' },
    filter: { status: ['SUBMITTED', 'IN_REVIEW'] },
  })
  const ids = data.map((doc) => doc.id)
  const at = id ? ids.indexOf(id) : -1
  const next = at < 0 ? ids.find((other) => other !== id) : ids[at + 1]
  return {
    first: ids[0],
    next,
    previous: at > 0 ? ids[at - 1] : undefined,
    position: at + 1,
    length: ids.length,
  }
}

/** Keys of the queue: j or n for the next, k for the one before; not while somebody types. */
export function useQueueKeys(next: string | undefined, previous: string | undefined): void {
  const navigate = useNavigate()
  useEffect(() => {
    const targets: Record<string, string | undefined> = { j: next, n: next, k: previous }
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest(
        'input, textarea, select, [role="dialog"], [contenteditable]',
      )
      const target = targets[event.key]
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !target) return
      void navigate(`/onboardingDocuments/${target}/show`)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate, next, previous])
}
