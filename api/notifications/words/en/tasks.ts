/** What the mails about tasks say. */
export const tasks = {
  delegated: {
    subject: (title: string, order: string) => `Yours now: ${title} (order ${order})`,
    preheader: (due: string) => `Due ${due}.`,
    heading: (title: string) => title,
    intro: (by: string) => `${by} gave you this task.`,
    byRule: 'This task came to you because you have the skill and the fewest open tasks.',
    waits: 'It can start once the tasks before it are done.',
    open: 'Open the task',
  },
  overdue: {
    subject: (title: string, order: string) => `Overdue: ${title} (order ${order})`,
    preheader: (due: string) => `It was due ${due}.`,
    heading: 'A task is overdue',
    assignee:
      'This task of yours has passed its time. Finish it, or say on the task what holds you up, so that we can help.',
    admin: (person: string) =>
      `${person} has this task and its time has passed. Talk with them, or give it to somebody else.`,
    nobody: 'Nobody has this task and its time has passed. Please delegate it.',
    open: 'Open the task',
  },
  dueSoon: {
    subject: (title: string, order: string) => `Due soon: ${title} (order ${order})`,
    preheader: (due: string) => `Due ${due}.`,
    heading: 'A task is due soon',
    intro: 'This task of yours is due soon. If something holds you up, say so on the task.',
    open: 'Open the task',
  },
  facts: { task: 'Task', due: 'Due', assignee: 'With', nobody: 'nobody yet' },
}
