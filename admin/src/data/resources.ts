import {
  AuditRowFragmentDoc,
  FailedOperationRowFragmentDoc,
  MailPageFragmentDoc,
  MailRowFragmentDoc,
  OnboardingPageFragmentDoc,
  OnboardingRowFragmentDoc,
  OrderPageFragmentDoc,
  OrderRowFragmentDoc,
  OrganisationPageFragmentDoc,
  OrganisationRowFragmentDoc,
  ReportPageFragmentDoc,
  ReportRowFragmentDoc,
  ServicePageFragmentDoc,
  ServiceRowFragmentDoc,
  StaffPageFragmentDoc,
  StaffRowFragmentDoc,
  TaskPageFragmentDoc,
  TaskRowFragmentDoc,
} from '../gen/documents.js'
import type { Selection } from './build-query.js'

/** What each resource selects; all else about it (types, arguments, paging, filters) comes from the schema. */
export const resources = {
  orders: { row: OrderRowFragmentDoc, page: OrderPageFragmentDoc },
  onboardingDocuments: { row: OnboardingRowFragmentDoc, page: OnboardingPageFragmentDoc },
  tasks: { row: TaskRowFragmentDoc, page: TaskPageFragmentDoc },
  reports: { row: ReportRowFragmentDoc, page: ReportPageFragmentDoc },
  mails: { row: MailRowFragmentDoc, page: MailPageFragmentDoc },
  staff: { row: StaffRowFragmentDoc, page: StaffPageFragmentDoc },
  auditEntries: { row: AuditRowFragmentDoc },
  organisations: { row: OrganisationRowFragmentDoc, page: OrganisationPageFragmentDoc },
  failedOperations: { row: FailedOperationRowFragmentDoc },
  services: { row: ServiceRowFragmentDoc, page: ServicePageFragmentDoc },
} satisfies Record<string, Selection>
