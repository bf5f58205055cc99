import type { World } from '../support/world.js'

/** An order as the database keeps it, and work done on it without a browser. */
export function orderAsKept(world: World, id: string) {
  const one = async <T>(statement: string, ...more: unknown[]) =>
    (await world.rows<T>(statement, [id, ...more]))[0]!
  return {
    status: async () => (await one<{ status: string }>('select status from orders where id = $1')).status,
    /** The status of its onboarding document. */
    document: async () =>
      (await one<{ status: string }>('select status from onboarding_documents where order_id = $1')).status,
    /** A task's status and who has it. */
    task: (title: string) =>
      one<{ status: string; assignee: string }>(
        `select t.status, u.name as assignee from tasks t left join users u on u.id = t.assignee_id
         where t.order_id = $1 and t.title = $2`,
        title,
      ),
    /** Its person starts a task, and hands it in with everything on its checklist done. */
    finish: async (title: string, email: string) => {
      const person = await world.as(email)
      const task = await one<{ id: string; done: object[] }>(
        `select id, (select coalesce(jsonb_agg(jsonb_build_object('key', c -> 'key', 'done', true)), '[]') from jsonb_array_elements(checklist) c) as done
         from tasks where order_id = $1 and title = $2`,
        title,
      )
      await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', task)
      await person.ask(
        'mutation($id: ID!, $done: [ChecklistAnswerInput!]!) { submitTask(id: $id, checklist: $done) { status } }',
        task,
      )
    },
  }
}
