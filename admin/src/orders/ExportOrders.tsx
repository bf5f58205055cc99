import Download from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useDataProvider, useListContext, useNotify, usePermissions, useTranslate } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { exportOrders } from './order-export.js'

/** Takes the list as it is filtered and sorted home as a CSV file; says how far it is while it reads. */
export function ExportOrders() {
  const translate = useTranslate()
  const notify = useNotify()
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const { permissions = [] } = usePermissions<string[]>()
  const { filterValues, sort, total } = useListContext()
  const [read, setRead] = useState<number>()
  const money = permissions.includes('ADMIN') || permissions.includes('FINANCE')
  const start = async () => {
    setRead(0)
    try {
      const making = { money, words: translate, onRead: setRead }
      save(await exportOrders(dataProvider, { filterValues, sort }, making), 'orders.csv')
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    }
    setRead(undefined)
  }
  return (
    <Button startIcon={<Download />} disabled={read !== undefined || !total} onClick={() => void start()}>
      {read === undefined
        ? translate('orders.export.label')
        : translate('orders.export.reading', { count: read })}
    </Button>
  )
}

function save(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
