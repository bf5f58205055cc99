import FormHelperText from '@mui/material/FormHelperText'
import { useTranslate } from 'react-admin'
import type { AppointmentPageFragment } from '../gen/documents.js'
import type { AnswerProps } from './answer-props.js'
import { RefundAnswer } from './RefundAnswer.js'

/** What goes back when an appointment is cancelled: named once a time had been agreed; else it is all, and nobody is asked. */
export function AppointmentRefund(props: AnswerProps) {
  const translate = useTranslate()
  const { confirmedAt, status } = props.record as unknown as AppointmentPageFragment
  if (confirmedAt && status !== 'UNREACHABLE') return <RefundAnswer {...props} />
  return <FormHelperText>{translate('outreach.refundInFull')}</FormHelperText>
}
