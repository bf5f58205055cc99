import { clockIn, moment, ownZone } from '../../format/format.js'
import { Card, Chip, Fact } from '../../ui/Card.js'
import { useTradeNow } from '../../wire/trade-clock.js'
import { appointmentStates, appointmentWords as words } from '../../words/appointments.js'
import { type Appointment, isOpen, nameOf, spanOf } from './appointment-parts.js'
import { CalendarLink } from './CalendarLink.js'
import { MoveAppointment } from './MoveAppointment.js'

interface AppointmentCardProps {
  appointment: Appointment
  onChange: () => void
}

/** The appointment itself: when, with whom and where, and the ways to move it and to put it into a calendar. */
export function AppointmentCard({ appointment, onChange }: AppointmentCardProps) {
  const { status, attendeeName, place, minutes, wishes, declineReason, otherTimes, closesAt } = appointment
  const { label, tone } = appointmentStates[status]
  return (
    <Card title={words.title} action={<Chip tone={tone}>{label}</Chip>}>
      <When appointment={appointment} />
      <dl className="facts">
        <With appointment={appointment} />
        <Fact term={words.attends}>{attendeeName}</Fact>
        {place && (
          <Fact term={words.where}>
            <span className="pre">{place}</span>
          </Fact>
        )}
        <Fact term={words.length}>{words.minutes(minutes)}</Fact>
        {wishes && (
          <Fact term={words.wishes}>
            <span className="pre">{wishes}</span>
          </Fact>
        )}
      </dl>
      {status === 'FOLLOW_UP' && declineReason && (
        <div className="issue">
          <span className="issue-title">{words.declined(nameOf(appointment))}</span>
          <span className="pre">{declineReason}</span>
          {otherTimes.length > 0 && (
            <span>{words.otherTimes(otherTimes.map((at) => spanOf(at, minutes)).join('; '))}</span>
          )}
        </div>
      )}
      {status === 'NO_SHOW' && closesAt && <p className="muted small">{words.closes(moment(closesAt))}</p>}
      {status === 'CONFIRMED' && (
        <div className="row">
          <CalendarLink appointment={appointment} />
          <MoveAppointment appointment={appointment} onChange={onChange} />
        </div>
      )}
    </Card>
  )
}

/** The agreed time, for the reader and for whom they meet; until then what is proposed. */
function When({ appointment }: { appointment: Appointment }) {
  const { startsAt, minutes, counterpart, proposedStartsAt, proposedBy } = appointment
  const name = nameOf(appointment)
  const zone = counterpart?.timeZone
  if (!startsAt)
    return (
      <p className="when">
        {proposedStartsAt && proposedBy
          ? words.proposedBy[proposedBy](name, spanOf(proposedStartsAt, minutes))
          : words.open}
      </p>
    )
  return (
    <p className="when">
      <strong>
        <time dateTime={startsAt}>{spanOf(startsAt, minutes)}</time>
      </strong>
      {zone && zone !== ownZone() && (
        <span className="muted small">{words.whenThere(name, spanOf(startsAt, minutes, zone))}</span>
      )}
    </p>
  )
}

const MINUTE_MS = 60_000

function With({ appointment }: { appointment: Appointment }) {
  const now = useTradeNow(MINUTE_MS)
  const { counterpart } = appointment
  if (!counterpart) return null
  const { name, email, phone, timeZone, quiet, optedOut } = counterpart
  const isAgreed = appointment.status === 'CONFIRMED' || !isOpen(appointment)
  return (
    <Fact term={words.with}>
      <strong>{name}</strong>
      <span className="muted small lines-of">
        {email && <span>{email}</span>}
        {phone && <span>{phone}</span>}
        {!isAgreed && timeZone && (
          <span>
            {words.thereNow(clockIn(new Date(now), timeZone), timeZone.replaceAll('_', ' '))}
            {quiet && ` ${words.quiet}`}
          </span>
        )}
        {optedOut && <span>{words.optedOut}</span>}
      </span>
    </Fact>
  )
}
