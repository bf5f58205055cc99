import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { VerbName } from '../data/data-provider.js'
import { sentence } from '../shared/StateChip.js'
import { answerOf } from './answers.js'
import { useVerb, useVerbLabel } from './use-verb.js'
import type { Subject } from './answer-props.js'
import { askedBy } from './verb-forms.js'

/**
 * Asks what a verb needs, then does it. The inputs follow the verb's arguments in the schema; what `given` holds is
 * not asked. Where the API refuses a field, it is said at that field.
 */
export function VerbDialog(props: {
  name: VerbName
  record: Subject
  given?: Record<string, unknown>
  onClose: () => void
}) {
  const { name, record, given = { id: record.id }, onClose } = props
  const translate = useTranslate()
  const title = useId()
  const label = useVerbLabel()(name)
  const { run, pending, problems } = useVerb(name)
  const [answers, setAnswers] = useState<Record<string, unknown>>(() => presentAnswers(name, record))
  const asked = askedBy(name).filter((one) => !(one.name in given))
  const whole = asked.every((a) => !a.required || !isEmpty(answers[a.name]))
  const submit = async () => {
    if (await run({ ...given, ...answers }, record.version, { inForm: true })) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogTitle id={title}>{label}</DialogTitle>
        <DialogContent>
          {asked.map((one) => {
            const Answer = answerOf(name, one)
            return (
              <Answer
                key={one.name}
                asked={one}
                label={translate(`verbs.${name}.asks.${one.name}`, {
                  _: translate(`verbs.asks.${one.name}`, { _: sentence(one.name) }),
                })}
                record={record}
                value={answers[one.name]}
                problem={problems[one.name]}
                problems={problems}
                onChange={(value) => setAnswers((before) => ({ ...before, [one.name]: value }))}
              />
            )
          })}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            {/* Beside a verb that cancels something, the word would mean both. */}
            {translate(name.startsWith('cancel') ? 'shared.back' : 'shared.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={!whole || pending}>
            {label}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Verbs that change a record's own words. */
const setsAnew = new Set<string>([
  'changeContact',
  'changeOrganisation',
  'changeCalendar',
  'changeSavedReply',
])

/** Where a verb sets something anew, its dialog starts from how it is. */
function presentAnswers(name: VerbName, record: Subject): Record<string, unknown> {
  const anew = setsAnew.has(name)
  const lists = askedBy(name).filter((one) => anew || (one.many && one.name !== 'checklist'))
  const { staffRoles, ...own } = record as Subject & Record<string, unknown>
  const present: Record<string, unknown> = { ...own, roles: staffRoles }
  return Object.fromEntries(lists.map((one) => [one.name, bare(present[one.name]) ?? (one.many ? [] : '')]))
}

/** A list as it is given back: of what was read without the names of its types. */
function bare(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) return one
    const { __typename: _, ...own } = one as Record<string, unknown>
    return own
  })
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && !value.trim())
}
