import { DataTable, useTranslate } from 'react-admin'
import { schema } from '../gen/schema.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { TableList } from '../shared/TableList.js'
import { orderColumns } from './order-columns.js'

/** All orders that the viewer may see. */
export function OrderList() {
  const translate = useTranslate()
  const filters = (
    <>
      <FilterChips source="status" label="orders.status" choices={schema.enums.OrderStatus} />
      <FilterChips source="stage" label="orders.stage" choices={schema.enums.OrderStage} />
    </>
  )
  return (
    <TableList title="orders.title" sort={{ field: 'placedAt', order: 'DESC' }} filters={filters}>
      <DataTable rowClick="show" bulkActionButtons={false} empty={<Quiet>{translate('orders.empty')}</Quiet>}>
        {orderColumns}
      </DataTable>
    </TableList>
  )
}
