/** The states of a task that is not finished, in the order of its life. */
export const UNFINISHED = ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'] as const
