import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { usePeople } from '../tasks/use-people.js'
import { type Step, waitingFor } from './blueprint-content.js'
import { Flag, PickMany, WholeNumber, Words } from './inputs.js'
import { below } from './QuestionFields.js'

/** Everything about one step, each problem at its input. */
export function StepFields(props: {
  step: Step
  steps: readonly Step[]
  problems: Record<string, string>
  onChange: (change: Partial<Step>) => void
}) {
  const { step, steps, problems, onChange } = props
  const translate = useTranslate()
  const behind = waitingFor(steps, step.key)
  const others = steps.filter((one) => one.uid !== step.uid)
  return (
    <>
      <Words
        label={translate('editor.stepTitle')}
        value={step.title}
        problem={problems['title'] ?? problems['key']}
        autoFocus={step.title === ''}
        onChange={(title) => onChange({ title })}
      />
      <Words
        label={translate('editor.instructions')}
        value={step.instructions}
        problem={problems['instructions']}
        lines={2}
        onChange={(instructions) => onChange({ instructions })}
      />
      <Skill value={step.skill} problem={problems['skill']} onChange={(skill) => onChange({ skill })} />
      <WholeNumber
        label={translate('editor.due')}
        value={step.dueInWorkingHours}
        problem={problems['dueInWorkingHours']}
        onChange={(dueInWorkingHours) => onChange({ dueInWorkingHours })}
      />
      <PickMany
        label={translate('editor.dependsOn')}
        value={step.dependsOn}
        problem={problems['dependsOn']}
        help={step.dependsOn.length ? undefined : translate('editor.noDependency')}
        choices={others.map(({ key, title }) => ({
          value: key,
          label: title || key,
          ...(behind.has(key) && !step.dependsOn.includes(key) ? { not: translate('editor.circle') } : {}),
        }))}
        onChange={(dependsOn) => onChange({ dependsOn })}
      />
      <Words
        label={translate('editor.checklist')}
        value={step.checklist.join('\n')}
        problem={below(problems, 'checklist')}
        lines={2}
        onChange={(text) => onChange({ checklist: text === '' ? [] : text.split('\n') })}
      />
      <Flag
        label={translate('editor.needsReview')}
        value={step.needsReview}
        onChange={(needsReview) => onChange({ needsReview })}
      />
    </>
  )
}

/** A skill: one that somebody on the team has, or another that somebody will. */
function Skill(props: { value: string; problem: string | undefined; onChange: (skill: string) => void }) {
  const translate = useTranslate()
  const people = usePeople()
  const known = [...new Set(people.flatMap((person) => (person.disabledAt ? [] : person.skills)))].toSorted()
  const unknown =
    props.value.trim() !== '' && known.length > 0 && !known.includes(props.value.trim().toLowerCase())
  return (
    <Autocomplete
      freeSolo
      options={known}
      inputValue={props.value}
      onInputChange={(_event, value) => {
        if (value !== props.value) props.onChange(value)
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={translate('editor.skill')}
          error={Boolean(props.problem)}
          helperText={
            props.problem ??
            (unknown ? (
              <Box component="span" sx={{ color: 'warning.main' }}>
                {translate('editor.skillUnknown')}
              </Box>
            ) : undefined)
          }
        />
      )}
    />
  )
}
