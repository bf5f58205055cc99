import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { TaskFacts } from '../facts.js'

/** To its assignee, then to the admin team: the task has passed its time. */
export const taskOverdue = email<TaskFacts>(
  'task-overdue',
  (task, to) => {
    const { overdue: w, facts: labels } = to.words.tasks
    const { common } = to.words
    const due = task.dueAt ? to.when(task.dueAt) : '–'
    const others = task.assignee === null ? w.nobody : w.admin(task.assignee)
    return {
      subject: w.subject(task.title, task.number ?? '–'),
      preheader: w.preheader(due),
      why: common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(to.id === task.assigneeId ? w.assignee : others),
        facts([
          [labels.task, task.title],
          [common.order, task.number],
          [common.service, task.service],
          [common.forWhom, task.beneficiary],
          [labels.assignee, task.assignee ?? labels.nobody],
          [labels.due, task.dueAt && due],
        ]),
        button(w.open, to.pages.team.task(task.taskId)),
      ],
    }
  },
  (is) => [
    { facts: is.task, to: is.assignee },
    { variant: 'admin', facts: is.task, to: is.admin },
    { variant: 'nobody', facts: { ...is.task, assigneeId: null, assignee: null }, to: is.admin },
  ],
)
