import type { RequestPartsFragment } from '../../gen/operations.js'

/** An appointment as its counterpart sees it. */
export type AppointmentRequest = RequestPartsFragment

/** What each part of the page gets. */
export interface RequestProps {
  request: AppointmentRequest
  /** In which zone times are shown, as the reader chose. */
  zone: string
  onChange: () => Promise<void>
}

/** Whether the API says that the reader may do this now. */
export function mayDo({ availableActions }: AppointmentRequest, name: string): boolean {
  return availableActions.some((action) => action.name === name && action.allowed)
}
