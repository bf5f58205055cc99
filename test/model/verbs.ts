import { decisions, documentVerbs } from './document-verbs.js'
import { orderVerbs } from './order-verbs.js'
import { taskVerbs } from './task-verbs.js'
import { type Verb, workSteps } from './verb.js'

/** Every verb of an order's life. */
export const verbs: Readonly<Record<string, Verb>> = {
  ...orderVerbs,
  ...documentVerbs,
  ...decisions,
  ...Object.assign({}, ...workSteps.map(taskVerbs)),
}
