import type { Visibility } from '../gen/schema.js'
import { type Callable, changed, type Draft, withoutSent } from './draft.js'
import { useDraft } from './drafts.js'
import { type AttachedFiles, useAttached } from './use-attached.js'

export interface MessageDraft {
  body: string
  visibility: Visibility
  /** The ids of those whose names stand in it, after an @. */
  mentions: string[]
  files: AttachedFiles
  /** Whether it is on its way. */
  sending: boolean
  write: (body: string) => void
  choose: (visibility: Visibility) => void
  /** Puts words where the caret is. */
  insert: (text: string, caret: number | undefined) => void
  /** Puts a name in place of what was typed of it between two places. */
  callUpon: (person: Callable, from: number, to: number) => void
  /** Sends it by what is given, which says whether it was taken; what is written meanwhile stays. */
  send: (by: () => Promise<boolean>) => Promise<void>
}

/**
 * The message that is being written on an order's feed. It is for the given readers until something is put into it or
 * others are chosen: from then on for those, whatever comes meanwhile. `readers` is undefined until they are known.
 */
export function useMessageDraft(orderId: string, readers: Visibility | undefined): MessageDraft {
  const [draft, change] = useDraft(orderId)
  const put = (more: (draft: Draft) => Partial<Draft>) => change((now) => changed(now, more(now), readers))
  const { body, called } = draft
  return {
    body,
    visibility: draft.chosen ?? draft.readers ?? readers ?? 'BUYER',
    mentions: [...new Set(called.filter(({ name }) => body.includes(`@${name}`)).map(({ id }) => id))],
    files: useAttached(draft.files, (next) => put(({ files }) => ({ files: next(files) }))),
    sending: draft.sending ?? false,
    write: (text) => put(() => ({ body: text })),
    choose: (visibility) => put(() => ({ chosen: visibility })),
    insert: (text, caret) => put((now) => ({ body: inserted(now.body, text, caret) })),
    callUpon: (person, from, to) =>
      put((now) => ({
        body: `${now.body.slice(0, from)}@${person.name} ${now.body.slice(to)}`,
        called: [...now.called, person],
      })),
    send: async (by) => {
      put(() => ({ sending: true }))
      const taken = await by()
      change((now) => (taken ? withoutSent(now, draft) : { ...now, sending: false }))
    },
  }
}

function inserted(body: string, text: string, caret = body.length): string {
  return body.slice(0, caret) + text + body.slice(caret)
}
