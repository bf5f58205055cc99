import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { RecentLog } from '../audit/RecentLog.js'
import type { StaffPageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { RecordPage } from '../shared/RecordPage.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { EraseButton } from './EraseButton.js'
import { Skills } from './Skills.js'

/** One person of the team: what they do and are able to do, their load, their second factor, what they did last. */
export function PersonPage() {
  return <RecordPage<StaffPageFragment>>{(person) => <Shown person={person} />}</RecordPage>
}

function Shown({ person }: { person: StaffPageFragment }) {
  const translate = useTranslate()
  return (
    <>
      <PageHead title={person.name} kicker={person.email} state={<StateChip value={person.status} />}>
        <VerbButtons record={person} except={['erasePerson']} />
        <EraseButton record={person} />
      </PageHead>
      <Panel title={translate('people.facts')}>
        <Facts
          items={[
            [translate('people.roles'), person.staffRoles.map(sentence).join(', ')],
            [
              translate('people.skills'),
              person.skills.length ? <Skills key="skills" skills={person.skills} /> : null,
            ],
            [
              translate('people.load'),
              <Link key="load" component={RouterLink} to={tasksOf(person.id)}>
                {translate('people.openTasks', { smart_count: person.openTaskCount ?? 0 })}
              </Link>,
            ],
            [translate('people.factor'), <Factor key="factor" has={person.hasSecondFactor} />],
            [
              translate('people.disabledAt'),
              person.disabledAt ? <When key="disabled" at={person.disabledAt} /> : null,
            ],
            [
              translate('people.erasedAt'),
              person.erasedAt ? <When key="erased" at={person.erasedAt} /> : null,
            ],
          ]}
        />
      </Panel>
      <RecentLog id={person.id} />
    </>
  )
}

function Factor({ has }: { has?: boolean | null }) {
  const translate = useTranslate()
  if (has === null || has === undefined) return null
  return (
    <Chip
      size="small"
      variant="outlined"
      color={has ? 'success' : 'default'}
      label={translate(has ? 'people.factorSetUp' : 'people.factorNone')}
    />
  )
}

function tasksOf(id: string): string {
  return `/tasks?filter=${encodeURIComponent(JSON.stringify({ assigneeId: [id] }))}`
}
