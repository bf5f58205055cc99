import { DataTable, useTranslate } from 'react-admin'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { SearchField } from '../shared/SearchField.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { ExportOrders } from './ExportOrders.js'
import { useOrderColumns } from './order-columns.js'

/** All orders that the viewer may see. */
export function OrderList() {
  const translate = useTranslate()
  const columns = useOrderColumns()
  const filters = (
    <>
      <SearchField label="orders.search" />
      <FilterChips source="status" label="orders.status" choices={statesOf('OrderStatus')} />
      <FilterChips source="stage" label="orders.stage" choices={statesOf('OrderStage')} />
    </>
  )
  return (
    <TableList
      title="orders.title"
      sort={{ field: 'placedAt', order: 'DESC' }}
      filters={filters}
      actions={<ExportOrders />}
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<Quiet>{translate('orders.empty')}</Quiet>}>
        {columns}
      </DataTable>
    </TableList>
  )
}
