import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { DraftStanding } from './use-draft.js'

/** Where a draft stands and what stands against publishing it, with the buttons to save and publish; it stays in sight. */
export function EditorBar(props: {
  draft: DraftStanding
  /** The number of the newest version, where nothing is different from it. */
  unchanged: number | undefined
  onPublish: () => void
  onProblems: () => void
}) {
  const { draft, unchanged, onPublish, onProblems } = props
  const translate = useTranslate()
  const count = Object.keys(draft.problems ?? {}).length
  return (
    <Card
      sx={{
        position: 'sticky',
        top: 48,
        zIndex: 3,
        mb: 2,
        px: 2,
        py: 1,
        display: 'flex',
        gap: 1.5,
        alignItems: 'center',
        flexWrap: 'wrap',
      }}
    >
      <Box role="status" sx={{ flex: '1 1 220px' }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`editor.state.${draft.state}`)}</Typography>
        {count ? (
          <Link component="button" type="button" variant="body2" color="error" onClick={onProblems}>
            {translate('editor.problems', { smart_count: count })}
          </Link>
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {unchanged === undefined
              ? draft.problems
                ? translate('editor.ready')
                : '…'
              : translate('editor.unchanged', { version: unchanged })}
          </Typography>
        )}
      </Box>
      <Button
        variant="outlined"
        disabled={!['unsaved', 'failed'].includes(draft.state)}
        onClick={() => void draft.flush()}
      >
        {translate('editor.saveNow')}
      </Button>
      <Button
        variant="contained"
        disabled={unchanged !== undefined || draft.state === 'conflict'}
        onClick={onPublish}
      >
        {translate('editor.publish')}
      </Button>
    </Card>
  )
}
