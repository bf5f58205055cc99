import BookmarkAdd from '@mui/icons-material/BookmarkAddOutlined'
import { useState } from 'react'
import { Button, useTranslate } from 'react-admin'
import { NameDialog } from './NameDialog.js'
import { useViews } from './use-views.js'

/** Keeps the list as it is filtered and sorted now, under a name. */
export function SaveView() {
  const translate = useTranslate()
  const views = useViews()
  const [asking, setAsking] = useState(false)
  if (!views) return null
  return (
    <>
      <Button label="views.save" onClick={() => setAsking(true)}>
        <BookmarkAdd />
      </Button>
      {asking ? (
        <NameDialog
          title={translate('views.saveTitle')}
          help={translate('views.saveHelp')}
          problemOf={(name) => views.problemOf(name)}
          onName={views.save}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
