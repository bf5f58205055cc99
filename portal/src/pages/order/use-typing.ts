import { useCallback, useRef } from 'react'
import { NoteTypingDocument, type Visibility } from '../../gen/operations.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'

/** How often others are told, at most: they show it a little longer. */
const EVERY_MS = 2500

/** Gives what to call with each key: others on the feed are told now and then that the viewer writes. */
export function useTyping(orderId: string, visibility: Visibility): () => void {
  const bearer = useBearer()
  const told = useRef(0)
  return useCallback(() => {
    if (Date.now() - told.current < EVERY_MS) return
    told.current = Date.now()
    // That somebody writes is a courtesy: where it can't be told, nothing is lost.
    void ask(NoteTypingDocument, { orderId, visibility }, bearer).catch(() => {})
  }, [orderId, visibility, bearer])
}
