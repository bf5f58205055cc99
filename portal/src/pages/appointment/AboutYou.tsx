import { useId, useState } from 'react'
import { AllowTextsDocument, StopTextsDocument } from '../../gen/operations.js'
import { Card, Fact } from '../../ui/Card.js'
import { useVerb } from '../../wire/use-verb.js'
import { useWords } from './language.js'
import { type AppointmentRequest, mayDo } from './request.js'
import { Trouble } from './Trouble.js'

interface AboutYouProps {
  request: AppointmentRequest
  onChange: () => Promise<void>
}

/** What we know of the reader, and whether we may text them. */
export function AboutYou({ request, onChange }: AboutYouProps) {
  const { you: words } = useWords()
  if (!request.counterpart) return null
  const { name, email, phone } = request.counterpart
  return (
    <Card title={words.title}>
      <dl className="facts">
        <Fact term={words.name}>{name}</Fact>
        {email && <Fact term={words.email}>{email}</Fact>}
        {phone && <Fact term={words.phone}>{phone}</Fact>}
      </dl>
      {phone && <Texts request={request} onChange={onChange} />}
      <p className="muted small">{words.wrong}</p>
    </Card>
  )
}

function Texts({ request, onChange }: AboutYouProps) {
  const { you: words } = useWords()
  const id = useId()
  const stop = useVerb(StopTextsDocument)
  const allow = useVerb(AllowTextsDocument)
  const [told, setTold] = useState('')
  const on = !request.counterpart?.optedOut
  const busy = stop.pending || allow.pending
  const may = mayDo(request, on ? 'stopTexts' : 'allowTexts')
  const change = async (): Promise<void> => {
    const done = await (on ? stop : allow).run({ id: request.id })
    await onChange()
    if (done) setTold(on ? words.textsOff : words.textsOn)
  }
  return (
    <div className="stack-tight">
      <div className="row row-apart">
        <label htmlFor={id}>
          <strong>{words.texts}</strong>
        </label>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          id={id}
          aria-describedby={`${id}-help`}
          checked={on}
          aria-checked={on}
          aria-disabled={busy || !may}
          onChange={() => !busy && may && void change()}
        />
      </div>
      <p className="muted small" id={`${id}-help`}>
        {words.textsHelp}
      </p>
      <p className="small" role="status">
        {told}
      </p>
      <Trouble error={stop.error ?? allow.error} />
    </div>
  )
}
