import { useGetIdentity } from 'react-admin'
import { ToggleFilter } from '../shared/ToggleFilter.js'

/** Only what the viewer has answered last. */
export function MineFilter() {
  const { identity } = useGetIdentity()
  return <ToggleFilter label="inbox.mine" source="assignedTo" value={identity?.id} />
}
