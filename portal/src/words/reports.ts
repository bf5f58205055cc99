import type { ReportCadence } from '../gen/operations.js'

/** Words of the reports on an order. */
export const reportWords = {
  card: 'Reports',
  title: (number: number | null) => (number === null ? 'Report' : `Report ${number}`),
  lead: (order: string, beneficiary: string | null) =>
    beneficiary ? `On order ${order} for ${beneficiary}` : `On order ${order}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  sent: (when: string) => `Sent ${when}`,
  next: (when: string) => `The next one is written on ${when} and sent within a working day.`,
  paused: 'The next one comes when the work goes on.',
  none: 'There is none yet.',
  all: (count: number) => (count === 1 ? 'The report of this order' : `All ${count} reports of this order`),
  more: 'Show all',
  cadence: {
    NONE: 'This order is not reported on.',
    WEEKLY: 'You get one every week.',
    FORTNIGHTLY: 'You get one every two weeks.',
    MONTHLY: 'You get one every month.',
  } satisfies Record<ReportCadence, string>,
  done: 'What was done',
  nothingDone: 'Nothing was finished in this time.',
  ahead: 'What is next',
  nothingAhead: 'Nothing is planned until we have what we wait for.',
  by: (day: string) => `by ${day}`,
  questions: 'What waits for an answer',
  figures: 'Figures',
  steps: 'How the steps went',
  figure: 'Figure',
  until: 'Until',
  toOrder: 'To the order',
  archive: 'Other reports',
}
