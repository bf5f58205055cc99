/** The words of Home. */
export const homeMessages = {
  home: {
    title: 'What needs you now',
    hello: 'Hello %{name}',
    recent: 'Newest orders',
    nothing: 'Nothing waits',
    queues: {
      onboardingToVerify: 'To verify',
      tasksToDelegate: 'To delegate',
      myTasks: 'My tasks',
      tasksToReview: 'To accept',
      reportsToSend: 'Reports to send',
      ordersAwaitingPayment: 'Awaiting payment',
      tasksOverdue: 'Overdue tasks',
      provisioningFailed: 'Provisioning failed',
      moneyFailed: 'Failed refunds',
      mailsFailed: 'Failed mails',
    },
    todo: {
      onboardingToVerify: 'Documents submitted and waiting',
      tasksToDelegate: 'Tasks that nobody has yet',
      myTasks: 'Given to you and not done',
      tasksToReview: 'Submitted work to look at',
      reportsToSend: 'Drafted, to be completed',
      ordersAwaitingPayment: 'Placed and not yet paid',
      tasksOverdue: 'Past their due time',
      provisioningFailed: 'Try again or give up',
      moneyFailed: 'Refused, or without an answer',
      mailsFailed: 'Bounced or not taken',
    },
  },
}
