/** What a text's secret link opens: the page of its appointment. */
export interface TextLink {
  readonly kind: 'appointment'
  readonly appointmentId: string
}
