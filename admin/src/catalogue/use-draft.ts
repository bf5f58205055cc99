import { useEffect, useRef, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import { Refused, type VerbName, type WaybillDataProvider } from '../data/data-provider.js'

/** Where what is on the page stands: as it is published, as the draft that is kept, or neither yet. */
export type DraftState = 'clean' | 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

type SaveVerb = 'saveFormDraft' | 'saveBlueprintDraft'
type PublishVerb = 'publishOnboardingForm' | 'publishTaskBlueprint'

/** The draft that an editor writes. */
export interface Drafting<Content> {
  serviceId: string
  save: SaveVerb
  publish: PublishVerb
  /** What the page begins with, and the version of the draft it is; 0 or the version of one that has ended. */
  start: { content: Content; draftVersion: number; drafted: boolean; changed: boolean }
  basedOn: number | undefined
  toSend: (content: Content) => object
}

/** A draft on the page, with what it holds. */
export interface UseDraft<Content> extends DraftStanding {
  content: Content
  change: (next: (before: Content) => Content) => void
}

/** Where a draft stands, and what stands against publishing it, by path. */
export interface DraftStanding {
  state: DraftState
  draftVersion: number
  /** Undefined until the API has looked at what is on the page now. */
  problems: Record<string, string> | undefined
  /** Saves what is not saved; true where all of it is. */
  flush: () => Promise<boolean>
  /** Saves over what somebody else has saved since. */
  keepMine: () => Promise<boolean>
}

const PAUSE_MS = 1200

/**
 * Keeps a draft while it is written: a little after the last change it is saved, at the version that was seen, and the API says what
 * would stand against publishing it. Somebody else's save in between is never written over unasked.
 */
export function useDraft<Content>(drafting: Drafting<Content>): UseDraft<Content> {
  const { start } = drafting
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const tell = useTell()
  const [content, setContent] = useState(start.content)
  const [state, setState] = useState<DraftState>(
    start.changed ? 'unsaved' : start.drafted ? 'saved' : 'clean',
  )
  const [problems, setProblems] = useState<Record<string, string>>()
  const kept = useRef({ content: start.changed ? undefined : start.content, version: start.draftVersion })
  const latest = useRef(content)
  const conflict = useRef<number>(undefined)
  const running = useRef<Promise<boolean>>(undefined)
  latest.current = content

  const call = (name: VerbName, input: object, options: object) =>
    dataProvider.verb(name, input, {
      idempotencyKey: crypto.randomUUID(),
      ...options,
    })

  const look = async (shown: Content) => {
    const found = await problemsOf(() =>
      call(drafting.publish, { serviceId: drafting.serviceId, ...drafting.toSend(shown), dryRun: true }, {}),
    )
    if (found && latest.current === shown) setProblems(found)
  }

  const saveOnce = async (): Promise<boolean> => {
    const shown = latest.current
    if (kept.current.content === shown) return true
    setState('saving')
    const { serviceId, basedOn, toSend } = drafting
    try {
      const input = { serviceId, ...toSend(shown), ...(basedOn === undefined ? {} : { basedOn }) }
      await call(drafting.save, input, { expectedVersion: kept.current.version })
      kept.current = { content: shown, version: kept.current.version + 1 }
      setState(latest.current === shown ? 'saved' : 'unsaved')
      return true
    } catch (error) {
      const refusal = error instanceof Refused ? error.refusal : undefined
      if (refusal?.code === 'STALE_VERSION') conflict.current = Number(refusal.params.current)
      else tell(error)
      setState(refusal?.code === 'STALE_VERSION' ? 'conflict' : 'failed')
      return false
    }
  }

  /** One after the other: two saves at once would take one another for somebody else's. */
  const flush = async (): Promise<boolean> => {
    while (kept.current.content !== latest.current) {
      running.current ??= saveOnce().finally(() => (running.current = undefined))
      if (!(await running.current)) return false
    }
    return true
  }
  const keepMine = () => {
    kept.current.version = conflict.current ?? kept.current.version
    conflict.current = undefined
    return flush()
  }
  const change = (next: (before: Content) => Content) => {
    setContent(next)
    setProblems(undefined)
    setState((now) => (now === 'conflict' ? now : 'unsaved'))
  }

  const settle = useRef((_shown: Content) => {})
  settle.current = (shown) => {
    if (conflict.current === undefined) void flush()
    void look(shown)
  }
  useEffect(() => {
    const timer = setTimeout(() => settle.current(content), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content])

  return { content, change, state, problems, flush, keepMine, draftVersion: kept.current.version }
}

/** The problems for which a call was refused, by path: none where it was not; undefined where it failed otherwise. */
async function problemsOf(call: () => Promise<unknown>): Promise<Record<string, string> | undefined> {
  try {
    await call()
    return {}
  } catch (error) {
    return error instanceof Refused && error.refusal.code === 'VALIDATION' ? error.refusal.fields : undefined
  }
}

function useTell() {
  const notify = useNotify()
  const translate = useTranslate()
  return (error: unknown) => {
    const { code, message } =
      error instanceof Refused ? error.refusal : { code: 'UNEXPECTED', message: String(error) }
    notify(translate(`refusals.${code}`, { _: message, message }), { type: 'error' })
  }
}
