import { button, facts, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { TaskFacts } from '../facts.js'

/** To its new assignee: this task is yours. */
export const taskDelegated = email<TaskFacts>(
  'task-delegated',
  (task, to) => {
    const { delegated: w } = to.words.tasks
    const { common } = to.words
    const due = task.dueAt ? to.when(task.dueAt) : '–'
    return {
      subject: w.subject(task.title, task.number ?? '–'),
      preheader: w.preheader(due),
      why: common.why.team,
      blocks: [
        heading(w.heading(task.title)),
        to.hello,
        paragraph(task.by === null ? w.byRule : w.intro(task.by)),
        facts([
          [common.order, task.number],
          [common.service, task.service],
          [common.forWhom, task.beneficiary],
          [to.words.tasks.facts.due, task.dueAt && due],
        ]),
        button(w.open, to.pages.team.task(task.taskId)),
        ...(task.startable ? [] : [quiet(w.waits)]),
      ],
    }
  },
  (is) => [
    { facts: is.task, to: is.assignee },
    { variant: 'by-rule', facts: { ...is.task, by: null, startable: true }, to: is.assignee },
  ],
)
