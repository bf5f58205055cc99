import { operationOfKey } from '../../operation.js'

/** Under which name our key stands in the metadata of what an operation made. */
export const KEY = 'waybill_key'
/** The same of a capture, which makes nothing new: it stands on the payment beside the key that made that. */
export const CAPTURE_KEY = 'waybill_capture'
/** On a payment, or on an empty one made for that, whose operation was called off before it was heard of. */
export const CALLED_OFF_KEY = 'waybill_called_off'

/** A key of ours, or undefined where the text is none: other programs may use the same account. */
export function ourKey(text: string | null | undefined): string | undefined {
  return text && operationOfKey(text) ? text : undefined
}
