/** What the regular report about an order says around what it tells. */
export const reports = {
  report: {
    subject: (report: number, number: string, from: string, to: string) =>
      `Order ${number}: report ${report}, ${from} to ${to}`,
    preheader: (done: number) =>
      done === 0
        ? 'Where your order stands, and what is next.'
        : done === 1
          ? 'One thing was done. What it was, and what is next.'
          : `${done} things were done. What they were, and what is next.`,
    heading: (report: number) => `Report ${report}`,
    intro: (beneficiary: string) => `This is where the work for ${beneficiary} stands.`,
    period: 'Time',
    span: (from: string, to: string) => `${from} to ${to}`,
    done: 'What was done',
    nothingDone: 'Nothing was finished in this time.',
    next: 'What is next',
    nothingNext: 'Nothing is planned until we have what we wait for.',
    by: (text: string, day: string) => `${text} · by ${day}`,
    on: (text: string, day: string) => `${text} · ${day}`,
    questions: 'What waits for an answer',
    figures: 'Figures',
    steps: 'How the steps went',
    figure: 'Figure',
    before: 'Before',
    now: 'Now',
    until: 'Until',
    open: 'Open the report',
    keep: 'The report is kept on its page, with all that came before it.',
    why: 'You get this mail because you placed this order and it is reported on regularly.',
  },
}
