import { useState } from 'react'
import type { Visibility } from '../gen/schema.js'

/** Somebody who can be called upon. */
export interface Callable {
  id: string
  name: string
}

export interface MessageDraft {
  body: string
  visibility: Visibility
  /** The ids of those whose names stand in it, after an @. */
  mentions: string[]
  write: (body: string) => void
  choose: (visibility: Visibility) => void
  /** Puts words where the caret is. */
  insert: (text: string, caret: number | undefined) => void
  /** Puts a name in place of what was typed of it between two places. */
  callUpon: (person: Callable, from: number, to: number) => void
  clear: () => void
}

/** A message that is being written; for the given readers until somebody chooses others. */
export function useMessageDraft(readers: Visibility): MessageDraft {
  const [body, setBody] = useState('')
  const [chosen, setChosen] = useState<Visibility>()
  const [called, setCalled] = useState<readonly Callable[]>([])
  return {
    body,
    visibility: chosen ?? readers,
    mentions: [...new Set(called.filter(({ name }) => body.includes(`@${name}`)).map(({ id }) => id))],
    write: setBody,
    choose: setChosen,
    insert: (text, caret = body.length) => setBody(body.slice(0, caret) + text + body.slice(caret)),
    callUpon: (person, from, to) => {
      setBody(`${body.slice(0, from)}@${person.name} ${body.slice(to)}`)
      setCalled([...called, person])
    },
    clear: () => {
      setBody('')
      setCalled([])
      setChosen(undefined)
    },
  }
}
