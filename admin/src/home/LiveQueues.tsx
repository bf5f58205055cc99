import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
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
  'moneyHeld',
])

/**
 * Keeps the counts live on every page: new ones are put in place at once, and the lists that may have changed with
 * them are read again where they are shown. What changes while they are being read is read once more afterwards, so
 * that nothing is missed and a flood of news asks no oftener than it is answered.
 */
export function LiveQueues() {
  const queryClient = useQueryClient()
  const news = useRef({ isReading: false, isStale: false })
  const readAgain = async () => {
    const { current } = news
    current.isStale = true
    if (current.isReading) return
    current.isReading = true
    while (current.isStale) {
      current.isStale = false
      await queryClient.invalidateQueries({
        predicate: ({ queryKey: [resource, method] }) => lists.has(String(resource)) && method !== 'getOne',
      })
    }
    current.isReading = false
  }
  useLive(QueueChangedDocument, {}, ({ queueChanged }) => {
    queryClient.setQueryData(['queues', {}], { queues: queueChanged })
    void readAgain()
  })
  return null
}
