import { useState } from 'react'
import { Notice } from '../../ui/Card.js'
import { SelectField } from '../../ui/Field.js'
import { Page } from '../../ui/Page.js'
import type { CounterpartWords } from '../../words/counterpart-en.js'
import { AboutYou } from './AboutYou.js'
import { Agreed } from './Agreed.js'
import { Answer } from './Answer.js'
import { useWords } from './language.js'
import { type AppointmentRequest, mayDo, type RequestProps } from './request.js'
import { placeOf, sameTime, zoneHere } from './times.js'

/** The whole page: how it stands, what there is to choose, and how we reach them. */
export function RequestView({ request, onChange }: Omit<RequestProps, 'zone'>) {
  const words = useWords()
  const own = request.counterpart?.timeZone ?? zoneHere()
  const [zone, setZone] = useState(own)
  const [said, setSaid] = useState<keyof CounterpartWords['said']>()
  const [wantsNone, setWantsNone] = useState(false)
  const declining = wantsNone && mayDo(request, 'declineAppointment')
  const { attendeeName, attendeeOrganisationName, minutes, serviceName } = request
  const agreed = request.status === 'CONFIRMED'
  const lead = agreed ? words.leadAgreed : words.lead
  const parts = { request, zone, onChange }
  const done = async (what: keyof CounterpartWords['said']): Promise<void> => {
    setSaid(what)
    setWantsNone(false)
    window.scrollTo(0, 0)
    await onChange()
  }
  return (
    <Page title={serviceName} width="narrow" lead={lead(attendeeName, attendeeOrganisationName, minutes)}>
      {said && <Notice tone="good" title={words.said[said]} />}
      {!declining && <Standing request={request} />}
      <ZoneChoice own={own} zone={zone} onZone={setZone} />
      {agreed ? (
        <Agreed {...parts} onDone={() => done('move')} />
      ) : (
        <Answer
          {...parts}
          {...{ declining }}
          onDeclining={setWantsNone}
          onConfirmed={() => done('confirm')}
          onDeclined={() => done('decline')}
        />
      )}
      <AboutYou request={request} onChange={onChange} />
    </Page>
  )
}

/** How it stands, in a sentence; an agreed time and a proposed one say it themselves. */
function Standing({ request }: { request: AppointmentRequest }) {
  const words = useWords()
  const { status, declineReason, proposedStartsAt } = request
  const [title, text] = words.states[status === 'FOLLOW_UP' && declineReason ? 'DECLINED' : status] ?? []
  if (status === 'CONFIRMED' || proposedStartsAt || !title) return null
  return (
    <section className="stack-tight">
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  )
}

interface ZoneChoiceProps {
  own: string
  zone: string
  onZone: (zone: string) => void
}

/** Who sits in another zone than we think may have the times in theirs. */
function ZoneChoice({ own, zone, onZone }: ZoneChoiceProps) {
  const words = useWords()
  const here = zoneHere()
  if (sameTime(own, here)) return null
  return (
    <SelectField
      label={words.zone}
      value={zone}
      options={[
        { id: own, name: words.zoneOwn(placeOf(own)) },
        { id: here, name: words.zoneHere(placeOf(here)) },
      ]}
      onValue={onZone}
    />
  )
}
