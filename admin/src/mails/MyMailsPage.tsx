import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import { MyMailsDocument, type MyMailsQuery } from '../gen/documents.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { useAsk } from '../shared/use-ask.js'
import { useVerb } from '../verbs/use-verb.js'

type Choice = MyMailsQuery['mailPreferences'][number]

/** Which mails the person who is signed in gets; a change counts at once. */
export function MyMailsPage() {
  const translate = useTranslate()
  const { data } = useAsk(['myMails'], MyMailsDocument, {})
  return (
    <>
      <PageHead title={translate('mails.mine.title')} kicker={translate('mails.mine.kicker')} />
      <Panel title={translate('mails.mine.title')}>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: 720 }}>
          {data?.mailPreferences.map((choice) => (
            <ChoiceRow key={choice.kind} choice={choice} />
          ))}
        </Box>
      </Panel>
    </>
  )
}

function ChoiceRow({ choice }: { choice: Choice }) {
  const translate = useTranslate()
  const { run, pending } = useVerb('setMailPreference')
  const { kind, about, isOn, canBeSwitched } = choice
  const id = useId()
  const name = translate(`mails.mine.kinds.${kind}`)
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 2, py: 1.25, alignItems: 'center', justifyContent: 'space-between' }}
    >
      <Box>
        <Typography variant="body1" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        <Typography variant="body2" color="text.secondary" id={id}>
          {about}
        </Typography>
      </Box>
      {canBeSwitched ? (
        <Switch
          checked={isOn}
          disabled={pending}
          onChange={() => void run({ kind, on: !isOn })}
          slotProps={{ input: { 'aria-label': name, 'aria-describedby': id } }}
        />
      ) : (
        <Chip size="small" label={translate('mails.mine.always')} />
      )}
    </Box>
  )
}
