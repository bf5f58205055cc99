import { ToggleFilter } from '../shared/ToggleFilter.js'

/** Only what somebody has to decide on: not reached, or over and nobody said whether it took place. */
export function ToDecideFilter() {
  return <ToggleFilter label="outreach.toDecide" source="toDecide" value={true} alone />
}
