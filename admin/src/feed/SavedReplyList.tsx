import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { DataTable, usePermissions, useTranslate } from 'react-admin'
import type { SavedReplyRowFragment } from '../gen/documents.js'
import { AskButton } from '../people/AskButton.js'
import { Quiet } from '../shared/Quiet.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { useVerbLabel } from '../verbs/use-verb.js'
import { VerbDialog } from '../verbs/VerbDialog.js'
import { RemoveReply } from './RemoveReply.js'

const Col = DataTable.Col<SavedReplyRowFragment>

/** Answers that our team gives often, to be put into a message. */
export function SavedReplyList() {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const keeps = ['ADMIN', 'SUPPORT'].some((role) => permissions.includes(role))
  return (
    <TableList
      title="feed.replies.title"
      sort={{ field: 'title', order: 'ASC' }}
      actions={keeps ? <AskButton name="addSavedReply" main /> : undefined}
    >
      <DataTable bulkActionButtons={false} empty={<Quiet>{translate('feed.replies.empty')}</Quiet>}>
        <Col
          source="title"
          label="verbs.asks.title"
          render={({ title, body }) => (
            <>
              <strong>{title}</strong>
              <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: 'text.secondary' }}>
                {body}
              </Box>
            </>
          )}
        />
        <Col
          source="changedAt"
          disableSort
          label="feed.replies.changedAt"
          sx={wide}
          render={({ changedAt }) => <When at={changedAt} short />}
        />
        {keeps ? <Col disableSort label="people.actions" render={(one) => <Keep reply={one} />} /> : null}
      </DataTable>
    </TableList>
  )
}

function Keep({ reply }: { reply: SavedReplyRowFragment }) {
  const label = useVerbLabel()
  const [asking, setAsking] = useState<'change' | 'remove'>()
  const close = () => setAsking(undefined)
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Button variant="outlined" onClick={() => setAsking('change')}>
        {label('changeSavedReply')}
      </Button>
      <Button variant="outlined" onClick={() => setAsking('remove')}>
        {label('removeSavedReply')}
      </Button>
      {asking === 'change' ? <VerbDialog name="changeSavedReply" record={reply} onClose={close} /> : null}
      {asking === 'remove' ? <RemoveReply reply={reply} onClose={close} /> : null}
    </Box>
  )
}
