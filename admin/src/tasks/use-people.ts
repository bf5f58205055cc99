import { useGetList } from 'react-admin'
import type { StaffRowFragment } from '../gen/documents.js'

/** The whole team with skills and load, for giving out work. */
export function usePeople(): StaffRowFragment[] {
  const { data } = useGetList<StaffRowFragment>('staff', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  return data ?? []
}
