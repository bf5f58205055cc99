import { useQueryClient } from '@tanstack/react-query'
import { QueueChangedDocument } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'

const lists = new Set([
  'onboardingDocuments',
  'tasks',
  'mails',
  'orders',
  'staff',
  'clock',
  'appointments',
  'inbox',
  'texts',
  'notifications',
  'campaigns',
  'disputes',
  'failedOperations',
  'chargebacks',
  'payoutAccounts',
])

/**
 * Keeps the counts live on every page: new ones are put in place at once, and the lists that may have changed with
 * them are read again where they are shown.
 */
export function LiveQueues() {
  const queryClient = useQueryClient()
  useLive(QueueChangedDocument, {}, ({ queueChanged }) => {
    queryClient.setQueryData(['queues', {}], { queues: queueChanged })
    void queryClient.invalidateQueries(
      { predicate: ({ queryKey: [resource, method] }) => lists.has(String(resource)) && method !== 'getOne' },
      { cancelRefetch: false },
    )
  })
  return null
}
