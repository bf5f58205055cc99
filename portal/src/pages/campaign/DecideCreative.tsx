import { useState } from 'react'
import { ApproveCreativeDocument, RejectCreativeDocument } from '../../gen/operations.js'
import { Failure } from '../../ui/Failure.js'
import { ReasonDialog } from '../../ui/ReasonDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { creativeWords as words } from '../../words/creatives.js'
import { actionOf } from '../order/order-parts.js'
import { ActionButton } from './ActionButton.js'
import type { Version } from './campaign-parts.js'

interface DecideCreativeProps {
  version: Version
  label: string
  onChange: () => void
}

/** Approve or reject the newest version of a creative, while nobody has decided on it. */
export function DecideCreative({ version, label, onChange }: DecideCreativeProps) {
  const approve = useVerb(ApproveCreativeDocument)
  const reject = useVerb(RejectCreativeDocument)
  const [rejecting, setRejecting] = useState(false)
  if (version.status !== 'UPLOADED') return null
  const input = { id: version.id, expectedVersion: version.version }

  const approved = async (): Promise<void> => {
    await approve.run(input)
    onChange()
  }
  const rejected = async (reason: string): Promise<void> => {
    if (!(await reject.run({ ...input, reason }))) return
    setRejecting(false)
    onChange()
  }
  return (
    <>
      <div className="row actions">
        <ActionButton
          action={actionOf(version, 'approveCreative')}
          label={words.approveOf(label, version.number)}
          busy={approve.pending}
          onClick={() => void approved()}
        >
          {words.approve}
        </ActionButton>
        <ActionButton
          action={actionOf(version, 'rejectCreative')}
          label={words.rejectOf(label, version.number)}
          kind="quiet"
          onClick={() => setRejecting(true)}
        >
          {words.reject}
        </ActionButton>
      </div>
      <Failure error={approve.error} />
      {rejecting && (
        <ReasonDialog
          words={{
            title: words.rejectTitle(label),
            lead: words.rejectLead,
            label: words.rejectLabel,
            help: words.rejectHelp,
            empty: words.rejectEmpty,
            send: words.rejectSend,
            back: words.back,
          }}
          field="reason"
          pending={reject.pending}
          error={reject.error}
          onSend={(reason) => void rejected(reason)}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  )
}
