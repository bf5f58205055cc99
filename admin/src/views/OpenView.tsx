import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { Confirm, type SavedQuery, useTranslate } from 'react-admin'
import { NameDialog } from './NameDialog.js'
import type { Views } from './use-views.js'

/** What can be done with the view that is open: another name, and away with it. */
export function OpenView({ view: { label: name }, views }: { view: SavedQuery; views: Views }) {
  const translate = useTranslate()
  const [asking, setAsking] = useState<'name' | 'removal'>()
  const close = () => setAsking(undefined)
  return (
    <>
      <Tooltip title={translate('views.rename')}>
        <IconButton size="small" aria-label={translate('views.rename')} onClick={() => setAsking('name')}>
          <EditOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <Tooltip title={translate('views.remove')}>
        <IconButton size="small" aria-label={translate('views.remove')} onClick={() => setAsking('removal')}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      {asking === 'name' ? (
        <NameDialog
          title={translate('views.renameTitle', { name })}
          name={name}
          problemOf={(typed) => views.problemOf(typed, name)}
          onName={(typed) => views.rename(name, typed)}
          onClose={close}
        />
      ) : null}
      <Confirm
        isOpen={asking === 'removal'}
        title="views.removeTitle"
        titleTranslateOptions={{ name }}
        content="views.removeText"
        confirm="views.removeIt"
        cancel="shared.cancel"
        onConfirm={() => views.remove(name)}
        onClose={close}
      />
    </>
  )
}
