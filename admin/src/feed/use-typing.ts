import { useCallback, useRef } from 'react'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import type { Visibility } from '../gen/schema.js'

/** How often others are told at most; they show it a little longer. */
const EVERY_MS = 2500

/** Gives what to call with each key: others on the feed are told now and then that somebody writes. */
export function useTyping(orderId: string, visibility: Visibility): () => void {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const told = useRef(0)
  return useCallback(() => {
    if (Date.now() - told.current < EVERY_MS) return
    told.current = Date.now()
    // That somebody writes is a courtesy: where it can't be told, nothing is lost.
    void dataProvider
      .verb('noteTyping', { orderId, visibility }, { idempotencyKey: '' })
      .catch(() => undefined)
  }, [dataProvider, orderId, visibility])
}
