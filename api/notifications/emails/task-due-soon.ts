import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { TaskFacts } from '../facts.js'

/** To its assignee: the task is due soon. */
export const taskDueSoon = email<TaskFacts>(
  'task-due-soon',
  (task, to) => {
    const { dueSoon: w, facts: labels } = to.words.tasks
    const { common } = to.words
    const due = task.dueAt ? to.when(task.dueAt) : '–'
    return {
      subject: w.subject(task.title, task.number ?? '–'),
      preheader: w.preheader(due),
      why: common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro),
        facts([
          [labels.task, task.title],
          [common.order, task.number],
          [common.forWhom, task.beneficiary],
          [labels.due, task.dueAt && due],
        ]),
        button(w.open, to.pages.team.task(task.taskId)),
      ],
    }
  },
  (is) => [{ facts: is.task, to: is.assignee }],
)
