import { QueuesDocument } from '../gen/documents.js'
import { useAsk } from '../shared/use-ask.js'

/** What waits, by queue. Undefined until it is known. */
export function useQueues() {
  return useAsk(['queues'], QueuesDocument, {}).data?.queues
}
