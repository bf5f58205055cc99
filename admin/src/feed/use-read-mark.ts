import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { useVisible } from './use-presence.js'

/** How long something is looked at until it counts as read. */
const LOOK_MS = 800

/** Marks a feed as read up to its newest entry once that has been before somebody's eyes for a moment. */
export function useReadMark(orderId: string, newest: string | undefined): void {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const queryClient = useQueryClient()
  const visible = useVisible()
  const marked = useRef('')
  useEffect(() => {
    const mark = `${orderId} ${newest}`
    if (newest === undefined || !visible || marked.current === mark) return
    const timer = setTimeout(() => {
      marked.current = mark
      // A mark that did not arrive is set with the next entry, or the next visit.
      dataProvider.verb('markRead', { orderId, upTo: newest }, { idempotencyKey: crypto.randomUUID() }).then(
        () => {
          void queryClient.invalidateQueries({ queryKey: ['inbox'] })
          void queryClient.invalidateQueries({ queryKey: ['notifications'] })
        },
        () => undefined,
      )
    }, LOOK_MS)
    return () => clearTimeout(timer)
  }, [orderId, newest, visible, dataProvider, queryClient])
}
