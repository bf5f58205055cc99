import { defineEntity, p } from '@mikro-orm/postgresql'
import type { FormField } from './form-field.js'
import type { BlueprintStep } from './blueprint-step.js'

/** The questions and files that a line's work needs first. A changed form is a new row: running orders keep theirs. */
export const OnboardingFormEntity = defineEntity({
  name: 'OnboardingForm',
  tableName: 'onboarding_forms',
  properties: {
    id: p.text().primary(),
    title: p.text(),
    intro: p.text(),
    fields: p.json<FormField[]>(),
    version: p.integer().default(1),
  },
})

/** The tasks that a line becomes once its onboarding is approved. A changed blueprint is a new row. */
export const TaskBlueprintEntity = defineEntity({
  name: 'TaskBlueprint',
  tableName: 'task_blueprints',
  properties: {
    id: p.text().primary(),
    steps: p.json<BlueprintStep[]>(),
    version: p.integer().default(1),
  },
})

/** Something on sale. */
export const ServiceEntity = defineEntity({
  name: 'Service',
  tableName: 'services',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    summary: p.text(),
    description: p.text(),
    flow: p.text(),
    priceAmount: p.bigint(),
    currency: p.text(),
    onSale: p.boolean().default(true),
    formId: () => p.manyToOne(OnboardingFormEntity).mapToPk().joinColumn('form_id').nullable(),
    blueprintId: () => p.manyToOne(TaskBlueprintEntity).mapToPk().joinColumn('blueprint_id').nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['name', 'id'] }],
  checks: [{ name: 'services_price_not_negative', expression: 'price_amount >= 0' }],
})

export const catalogueEntities = [OnboardingFormEntity, TaskBlueprintEntity, ServiceEntity]
