import { useGetList } from 'react-admin'
import type { AppointmentRowFragment } from '../gen/documents.js'

/** States in which our team is to get in touch with somebody. */
export const TO_REACH = ['PENDING', 'OUTREACH', 'FOLLOW_UP']

/** The appointments whose counterparts are to be reached as they are walked through, the least time left first. */
export function useCallSheet(): string[] {
  const { data = [] } = useGetList<AppointmentRowFragment>('appointments', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'dueAt', order: 'ASC' },
    filter: { status: TO_REACH },
  })
  return data.map(({ id }) => id)
}
