import { useGetList } from 'react-admin'
import type { OnboardingRowFragment } from '../gen/documents.js'

/** The documents to verify as they are walked through, the oldest first. */
export function useVerifyQueue(): string[] {
  const { data = [] } = useGetList<OnboardingRowFragment>('onboardingDocuments', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'submittedAt', order: 'ASC' },
    filter: { status: ['SUBMITTED', 'IN_REVIEW'] },
  })
  return data.map(({ id }) => id)
}
