import { defineEntity, p } from '@mikro-orm/postgresql'
import { OrganisationEntity } from '../accounts/organisation.entity.js'
import type { BlueprintStep } from './blueprint-step.js'
import type { FormField } from './form-field.js'
import type { RequiredCreative } from './required-creative.js'

/** Something that can be sold, with the newest versions of what its work needs. */
export const ServiceEntity = defineEntity({
  name: 'Service',
  tableName: 'services',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    summary: p.text(),
    description: p.text(),
    flow: p.text(),
    status: p.text(),
    priceAmount: p.bigint(),
    currency: p.text(),
    /** Of an appointment: how long it takes. */
    appointmentMinutes: p.integer().nullable(),
    formId: () =>
      p.manyToOne(OnboardingFormEntity).mapToPk().joinColumn('form_id').nullable().deleteRule('set null'),
    blueprintId: () =>
      p.manyToOne(TaskBlueprintEntity).mapToPk().joinColumn('blueprint_id').nullable().deleteRule('set null'),
    /** Of a package: the channel that sells it, and the newest version of what it offers. */
    channelId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('channel_id').nullable(),
    packageId: () =>
      p.manyToOne(PackageEntity).mapToPk().joinColumn('package_id').nullable().deleteRule('set null'),
    /** Since when it stands on an order: its flow is fixed from then on. */
    soldAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['name', 'id'] }, { properties: ['channelId', 'name', 'id'] }],
  checks: [
    { name: 'services_price_not_negative', expression: 'price_amount >= 0' },
    { name: 'services_status_known', expression: `status in ('IN_PREPARATION', 'OFFERED', 'WITHDRAWN')` },
    {
      name: 'services_offered_whole',
      expression: `status <> 'OFFERED' or flow <> 'ONBOARDED' or (form_id is not null and blueprint_id is not null)`,
    },
    {
      name: 'services_appointment_takes_minutes',
      expression: `(flow = 'APPOINTMENT') = (appointment_minutes is not null) and (appointment_minutes is null or appointment_minutes >= 5 and appointment_minutes <= 480)`,
    },
    {
      name: 'services_package_of_a_channel',
      expression: `(flow = 'CAMPAIGN') = (channel_id is not null) and (flow = 'CAMPAIGN' or package_id is null)`,
    },
    {
      name: 'services_package_offered_whole',
      expression: `status <> 'OFFERED' or flow <> 'CAMPAIGN' or package_id is not null`,
    },
  ],
})

/** A version of the questions and files that a service's work needs first: published once, never changed. */
export const OnboardingFormEntity = defineEntity({
  name: 'OnboardingForm',
  tableName: 'onboarding_forms',
  properties: {
    id: p.text().primary(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    version: p.integer(),
    title: p.text(),
    intro: p.text(),
    fields: p.json<FormField[]>(),
    note: p.text().nullable(),
    publishedAt: p.datetime(),
    publishedById: p.text(),
  },
  uniques: [{ properties: ['serviceId', 'version'] }],
})

/** A version of the tasks that a line becomes once its onboarding is approved: published once, never changed. */
export const TaskBlueprintEntity = defineEntity({
  name: 'TaskBlueprint',
  tableName: 'task_blueprints',
  properties: {
    id: p.text().primary(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    version: p.integer(),
    steps: p.json<BlueprintStep[]>(),
    note: p.text().nullable(),
    publishedAt: p.datetime(),
    publishedById: p.text(),
  },
  uniques: [{ properties: ['serviceId', 'version'] }],
})

/** A version of what a channel's package asks and promises: published once, never changed. */
export const PackageEntity = defineEntity({
  name: 'Package',
  tableName: 'packages',
  properties: {
    id: p.text().primary(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    version: p.integer(),
    requiredCreatives: p.json<RequiredCreative[]>(),
    terms: p.text(),
    startsOn: p.date(),
    endsOn: p.date(),
    publishedAt: p.datetime(),
    publishedById: p.text(),
  },
  uniques: [{ properties: ['serviceId', 'version'] }],
  checks: [{ name: 'packages_end_after_start', expression: 'ends_on >= starts_on' }],
})

/**
 * A form or blueprint that is being written. The row stays when its draft has ended, without content, so that its
 * version only ever rises and nobody saves over what they have not seen.
 */
export const ServiceDraftEntity = defineEntity({
  name: 'ServiceDraft',
  tableName: 'service_drafts',
  properties: {
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id').primary(),
    kind: p.text().primary(),
    version: p.integer(),
    content: p.json<object>().nullable(),
    /** The number of the published version it was begun from. */
    basedOn: p.integer().nullable(),
    savedAt: p.datetime(),
    savedById: p.text(),
  },
  checks: [{ name: 'service_drafts_kind', expression: `kind in ('FORM', 'BLUEPRINT')` }],
})

export const catalogueEntities = [
  ServiceEntity,
  OnboardingFormEntity,
  TaskBlueprintEntity,
  PackageEntity,
  ServiceDraftEntity,
]
