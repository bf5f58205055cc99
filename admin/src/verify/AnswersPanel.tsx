import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { OnboardingPageFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { fieldPlace } from './issue-draft.js'
import { IssueNotes } from './IssueNotes.js'
import { MarkIssue, type Marks } from './MarkIssue.js'
import type { Content } from './shown-content.js'

type Form = OnboardingPageFragment['form']
type Field = NonNullable<Form>['fields'][number]

/** The form with its answers, field by field; an issue can be marked at each. */
export function AnswersPanel(props: {
  form: Form
  content: Content
  marks: Marks
  onFile: (id: string) => void
}) {
  const { form, content, marks, onFile } = props
  const translate = useTranslate()
  return (
    <Panel title={form?.title || translate('verify.answers')} flush>
      <Box component="dl" sx={{ m: 0 }}>
        {form?.fields.map((field) => (
          <Box
            key={field.key}
            sx={{
              px: 2,
              py: 1.25,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-of-type': { borderBottom: 0 },
            }}
          >
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
              {field.label}
              {field.required ? ' *' : ''}
            </Box>
            <Box
              component="dd"
              sx={{ m: 0, display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}
            >
              <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
                <Answer content={content} field={field} onFile={onFile} />
              </Box>
              <MarkIssue marks={marks} place={fieldPlace(field.key)} what={field.label} />
              <IssueNotes
                issues={content.issues.filter((issue) => issue.fieldKey === field.key && !issue.fileId)}
              />
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  )
}

function Answer({
  content,
  field,
  onFile,
}: {
  content: Content
  field: Field
  onFile: (id: string) => void
}) {
  const translate = useTranslate()
  const files = content.files.filter((one) => one.key === field.key)
  const value = content.answers.find((one) => one.key === field.key)?.value ?? []
  if (files.length) {
    return files.map(({ file }) => (
      <Link
        key={file.id}
        component="button"
        type="button"
        onClick={() => onFile(file.id)}
        sx={{ display: 'block', overflowWrap: 'anywhere', textAlign: 'left', minHeight: 24 }}
      >
        {file.name}
      </Link>
    ))
  }
  if (!value.length)
    return <Typography sx={{ color: 'text.secondary' }}>{translate('verify.noAnswer')}</Typography>
  return <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{value.join(', ')}</Typography>
}
