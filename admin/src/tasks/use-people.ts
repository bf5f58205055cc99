import { useQuery } from '@tanstack/react-query'
import { type DataProvider, useDataProvider } from 'react-admin'
import type { StaffRowFragment } from '../gen/documents.js'

/** The most that the API gives in one page. */
const PAGE = 100

/** The whole team with skills and load, for giving out work. */
export function usePeople(): StaffRowFragment[] {
  const dataProvider = useDataProvider()
  const { data } = useQuery({ queryKey: ['staff', 'everybody'], queryFn: () => everybody(dataProvider) })
  return data ?? []
}

async function everybody(dataProvider: DataProvider): Promise<StaffRowFragment[]> {
  const people: StaffRowFragment[] = []
  for (let page = 1, more = true; more; page++) {
    const { data, pageInfo } = await dataProvider.getList<StaffRowFragment>('staff', {
      pagination: { page, perPage: PAGE },
      sort: { field: 'name', order: 'ASC' },
      filter: {},
    })
    people.push(...data)
    more = pageInfo?.hasNextPage ?? false
  }
  return people
}
