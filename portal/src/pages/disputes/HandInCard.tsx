import { useState } from 'react'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { disputeWords as words, openWords } from '../../words/disputes.js'
import { expected } from '../../words/refusals.js'
import { useGathered } from '../onboarding/use-gathered.js'
import type { Dispute } from './dispute-parts.js'
import { EvidenceField, MOST_EVIDENCE } from './EvidenceField.js'
import { useHandIn, wayOf } from './use-hand-in.js'

const WORDS = {
  respond: { title: words.respondTitle, lead: words.respondLead, send: words.respond },
  answer: { title: words.answerTitle, lead: words.answerLead, send: words.answer },
  add: { title: words.addTitle, lead: words.addLead, send: words.add },
}

interface HandInProps {
  dispute: Dispute
  onDone: () => void
}

/** What the viewer's side has to say now: the response, the answer that our team asked for, or more of the same. */
export function HandInCard({ dispute, onDone }: HandInProps) {
  const way = wayOf(dispute)
  const { send, pending, error } = useHandIn(dispute, way ?? 'add')
  const evidence = useGathered(MOST_EVIDENCE)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  if (!way) return null
  const given = text.trim()
  const missing = given === '' && (way !== 'add' || evidence.ids.length === 0)
  const refused = error instanceof Refused ? error.at('statement') : undefined
  const empty = way === 'add' ? words.nothingToAdd : words.noWords

  const handIn = async (): Promise<void> => {
    setTried(true)
    if (missing) return
    const done = await send(given, evidence.ids)
    if (done.statement) setText('')
    if (done.evidence) evidence.remove(...evidence.ids)
    if (done.statement && done.evidence) setTried(false)
    onDone()
  }
  return (
    <Card title={WORDS[way].title}>
      <TextArea
        label={words.words}
        help={WORDS[way].lead}
        problem={tried && missing ? empty : refused && expected(refused)}
        rows={6}
        value={text}
        onValue={setText}
      />
      <EvidenceField label={words.files} help={words.filesHelp} evidence={evidence} />
      <Failure error={refused ? undefined : error} />
      <div>
        <Button
          busy={pending}
          refusal={evidence.uploads.busy ? openWords.uploading : null}
          onClick={() => void handIn()}
        >
          {WORDS[way].send}
        </Button>
      </div>
    </Card>
  )
}
