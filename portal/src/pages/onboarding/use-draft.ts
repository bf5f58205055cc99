import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { SaveOnboardingDraftDocument, type DocumentPartsFragment } from '../../gen/operations.js'
import { ask, freshKey } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { Refused, Unreachable } from '../../wire/refused.js'
import { draftOf, inputOf, printOf, type Draft } from './draft.js'

/** How long after the last change a draft is saved; and how long after a try that got no answer. */
const PAUSE_MS = 1500
const RETRY_MS = 10_000

export type SaveState = 'untouched' | 'clean' | 'dirty' | 'saving' | 'failed'

interface Options {
  document: DocumentPartsFragment
  onChange: (next: DocumentPartsFragment) => void
  onReload: () => Promise<void>
}

export type UseDraft = ReturnType<typeof useDraft>

/** What the API has, as far as this page knows: as it gave it, as this page sent it, and the version it came with. */
interface Base {
  theirs: string
  mine: string
  version: number
}

/**
 * The draft on the page and its way to the API: saved a moment after the last change, when the page is left, and on
 * demand. What somebody else changed meanwhile is never overwritten unasked: it is a conflict, for the person to decide.
 */
export function useDraft({ document, onChange, onReload }: Options) {
  const bearer = useBearer()
  const [saving, setSaving] = useState(false)
  const { draft, setDraft, base, setBase, dirty, conflict, settle } = useFollowed(document, saving)
  const [last, setLast] = useState<LastTry>({})
  const busy = useRef(false)

  /** Saves what is not saved yet. Gives the version that the API has then, or null where it did not take it. */
  const save = async (sent: Draft = draft): Promise<number | null> => {
    if (busy.current || conflict) return null
    if (!dirty) return base.version
    busy.current = true
    setSaving(true)
    try {
      const input = { id: document.id, ...inputOf(sent), expectedVersion: base.version, key: freshKey() }
      const { saveOnboardingDraft: saved } = await ask(SaveOnboardingDraftDocument, input, bearer)
      if (!saved) return null
      setBase({ ...baseOf(saved), mine: printOf(sent) })
      setLast({ savedAt: new Date() })
      onChange(saved)
      return saved.version
    } catch (caught) {
      setLast(({ savedAt }) => ({ savedAt, error: caught as Error, refused: notAgain(caught, sent) }))
      if (isStale(caught)) await onReload()
      return null
    } finally {
      busy.current = false
      setSaving(false)
    }
  }
  const waiting = dirty && !saving && !conflict && printOf(draft) !== last.refused
  useAutosave({ draft, waiting, pause: last.error instanceof Unreachable ? RETRY_MS : PAUSE_MS, save })
  const state = saving ? 'saving' : stateAtRest(document, dirty, last.error)
  return { draft, setDraft, save, state, last, conflict, settle }
}

/** How the last try to save went. */
interface LastTry {
  savedAt?: Date | undefined
  error?: Error | undefined
  /** What the API refused as it stands: not sent again until it is changed or saving is asked for. */
  refused?: string | undefined
}

const isStale = (error: unknown): boolean => error instanceof Refused && error.code === 'STALE_VERSION'

function notAgain(error: unknown, sent: Draft): string | undefined {
  return error instanceof Refused && !isStale(error) ? printOf(sent) : undefined
}

function stateAtRest(document: DocumentPartsFragment, dirty: boolean, error: Error | undefined): SaveState {
  if (dirty) return error ? 'failed' : 'dirty'
  return document.status === 'REQUESTED' ? 'untouched' : 'clean'
}

/** The draft beside what the API has: follows what others change, unless something of one's own would be lost. */
function useFollowed(document: DocumentPartsFragment, saving: boolean) {
  const [draft, setDraft] = useState(() => draftOf(document))
  const [base, setBase] = useState(() => baseOf(document))
  const [conflict, setConflict] = useState(false)
  const dirty = printOf(draft) !== base.mine

  if (!saving && !conflict && document.version !== base.version) {
    const next = baseOf(document)
    if (next.theirs === base.theirs) setBase({ ...base, version: next.version })
    else if (dirty && next.theirs !== printOf(draft)) setConflict(true)
    else {
      setBase(next)
      setDraft(draftOf(document))
    }
  }
  /** Ends a conflict: with the other's answers, or with one's own over them. */
  const settle = (side: 'theirs' | 'mine'): void => {
    setBase(baseOf(document))
    setConflict(false)
    if (side === 'theirs') setDraft(draftOf(document))
  }
  return { draft, setDraft, base, setBase, dirty, conflict, settle }
}

function baseOf(document: DocumentPartsFragment): Base {
  const print = printOf(draftOf(document))
  return { theirs: print, mine: print, version: document.version }
}

interface Autosave {
  draft: Draft
  /** Whether there is something to save and nothing in the way. */
  waiting: boolean
  pause: number
  save: (draft: Draft) => Promise<number | null>
}

function useAutosave({ draft, waiting, pause, save }: Autosave): void {
  const saveNow = useEffectEvent((sent: Draft) => void save(sent))
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => saveNow(draft), pause)
    return () => clearTimeout(timer)
  }, [draft, waiting, pause])

  useEffect(() => {
    if (!waiting) return
    const hidden = (): void => {
      if (window.document.visibilityState === 'hidden') saveNow(draft)
    }
    const leaving = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.document.addEventListener('visibilitychange', hidden)
    window.addEventListener('beforeunload', leaving)
    return () => {
      window.document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [draft, waiting])
}
