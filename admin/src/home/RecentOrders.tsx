import { DataTable, ListBase, useTranslate } from 'react-admin'
import { useOrderColumns } from '../orders/order-columns.js'
import { Panel } from '../shared/Panel.js'

/** The newest orders, where each stands. */
export function RecentOrders() {
  const translate = useTranslate()
  const columns = useOrderColumns()
  return (
    <Panel title={translate('home.recent')} flush>
      <ListBase
        resource="orders"
        perPage={10}
        sort={{ field: 'placedAt', order: 'DESC' }}
        disableSyncWithLocation
        storeKey={false}
      >
        <DataTable rowClick="show" bulkActionButtons={false} resource="orders">
          {columns}
        </DataTable>
      </ListBase>
    </Panel>
  )
}
