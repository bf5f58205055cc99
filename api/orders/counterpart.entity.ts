import { defineEntity, p } from '@mikro-orm/postgresql'

/** The outside person with whom an appointment is wanted. Whoever takes their place is a row of its own. */
export const CounterpartEntity = defineEntity({
  name: 'Counterpart',
  tableName: 'counterparts',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    email: p.text().nullable(),
    /** In E.164: a plus sign and digits. */
    phone: p.text().nullable(),
    timeZone: p.text(),
    locale: p.text().nullable(),
    erasedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['email'] }, { properties: ['phone'] }],
  checks: [
    {
      name: 'counterparts_can_be_reached',
      expression: 'erased_at is not null or email is not null or phone is not null',
    },
  ],
})

export const counterpartEntities = [CounterpartEntity]
