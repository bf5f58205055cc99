import { clockTime } from '../../format/format.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { sentenceOf } from '../../words/refusals.js'
import { formWords as words } from '../../words/onboarding.js'
import type { UseDraft } from './use-draft.js'

interface SaveBarProps {
  draft: UseDraft
  busy: boolean
  refusal: string | null
  onReview: () => void
}

/** Always in sight: whether the draft is safe, and the way on. */
export function SaveBar({ draft, busy, refusal, onReview }: SaveBarProps) {
  const { state, last } = draft
  const text =
    state === 'clean' && last.savedAt ? words.states.saved(clockTime(last.savedAt)) : words.states[state]
  return (
    <>
      {draft.conflict && <Conflict onSettle={draft.settle} />}
      <div className="save-bar">
        <span className="small" role="status">
          <strong>{text}</strong>
          {state === 'clean' && <span className="muted"> · {words.notSubmitted}</span>}
          {state === 'failed' && last.error && (
            <span className="field-problem">{sentenceOf(last.error)}</span>
          )}
        </span>
        <div className="row">
          <Button kind="quiet" busy={state === 'saving'} onClick={() => void draft.save()}>
            {words.save}
          </Button>
          <Button busy={busy} refusal={refusal} onClick={onReview}>
            {words.review}
          </Button>
        </div>
      </div>
    </>
  )
}

function Conflict({ onSettle }: { onSettle: (side: 'theirs' | 'mine') => void }) {
  return (
    <Notice tone="warn" title={words.conflictTitle}>
      <p>{words.conflict}</p>
      <div className="row">
        <Button kind="quiet" onClick={() => onSettle('theirs')}>
          {words.takeTheirs}
        </Button>
        <Button kind="quiet" onClick={() => onSettle('mine')}>
          {words.keepMine}
        </Button>
      </div>
    </Notice>
  )
}
