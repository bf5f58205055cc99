import { useCallback, useState } from 'react'
import type { MessageKind } from '../../gen/operations.js'

/** What is about to be asked on a feed, from wherever on its page. */
export interface Asking {
  kind: MessageKind
  setKind: (kind: MessageKind) => void
  /** Leads to the place to write, ready for a question. */
  ask: () => void
}

/** Holds what kind of message is being written, so that a button elsewhere on the page can lead to writing one. */
export function useAsking(): Asking {
  const [kind, setKind] = useState<MessageKind>('MESSAGE')
  const ask = useCallback(() => {
    setKind('QUESTION')
    const place = document.querySelector<HTMLElement>('.composer textarea')
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'center' })
  }, [])
  return { kind, setKind, ask }
}
