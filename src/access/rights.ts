/*
 * The one table of rights: role × collection × operation, and who may use which endpoint and screen. Access functions,
 * endpoints and views all read it, and the test of every combination is generated from it. What is not listed is denied.
 */

/** The roles somebody can be given. `representative` is never given: it follows from an active function, each request anew. */
export const roleNames = {
  administrator: { nl: 'Functioneel beheerder', en: 'Functional administrator' },
  membership: { nl: 'Ledenadministratie', en: 'Membership administration' },
  finance: { nl: 'Financiën', en: 'Finance' },
  fundraising: { nl: 'Fondsenwerving', en: 'Fundraising' },
} as const

export type StaffRole = keyof typeof roleNames
export type Role = StaffRole | 'representative'
export const roles: readonly Role[] = ['administrator', 'membership', 'finance', 'fundraising', 'representative']

export type Operation = 'create' | 'read' | 'update' | 'delete'
export const operations: readonly Operation[] = ['create', 'read', 'update', 'delete']

/** Letters c(reate), r(ead), u(pdate), d(elete). */
type Letters = '' | 'r' | 'cr' | 'cru' | 'crd' | 'crud' | 'ru'
type Row = Partial<Record<Role, Letters>>

const everyStaffReads: Row = { administrator: 'r', membership: 'r', finance: 'r', fundraising: 'r' }
const projectionOfOwnOrgans: Row = { representative: 'r' }

export const collectionRights = {
  relations: { ...everyStaffReads, administrator: 'cru', membership: 'cru' },
  'function-types': { ...everyStaffReads, administrator: 'crud' },
  functions: { ...everyStaffReads, administrator: 'crud', membership: 'crud' },
  'relation-lists': { ...everyStaffReads, administrator: 'crud', membership: 'crud', fundraising: 'crud' },
  selections: { ...everyStaffReads, administrator: 'crud', membership: 'crud', fundraising: 'crud' },
  'custom-fields': { ...everyStaffReads, administrator: 'cru' },
  'crm-views': { ...everyStaffReads, administrator: 'crud' },
  organisations: { ...everyStaffReads, administrator: 'cru' },
  organs: { ...everyStaffReads, administrator: 'cru' },
  'organ-placements': { ...everyStaffReads, administrator: 'crd' },
  'membership-types': { ...everyStaffReads, administrator: 'cru' },
  'rule-versions': { ...everyStaffReads, administrator: 'crud' },
  memberships: everyStaffReads,
  'membership-mutations': everyStaffReads,
  'exception-memberships': { ...everyStaffReads, administrator: 'crud' },
  'membership-corrections': everyStaffReads,
  'jubilee-types': { ...everyStaffReads, administrator: 'cru' },
  jubilees: everyStaffReads,
  'crm-actions': { ...everyStaffReads, administrator: 'cru' },
  'crm-artefacts': everyStaffReads,
  'organ-rights': { ...everyStaffReads, administrator: 'crd' },
  members: projectionOfOwnOrgans,
  'member-mutations': projectionOfOwnOrgans,
  'organ-donations': projectionOfOwnOrgans,
  'organ-pledges': projectionOfOwnOrgans,
  funds: { administrator: 'cru', finance: 'r', fundraising: 'cru' },
  pledges: { administrator: 'r', finance: 'r', fundraising: 'cru' },
  'pledge-changes': { administrator: 'r', finance: 'r', fundraising: 'crd' },
  donations: { administrator: 'r', finance: 'r', fundraising: 'r' },
  'donor-types': { administrator: 'cru', finance: 'r', fundraising: 'cru' },
  'subscription-types': { ...everyStaffReads, administrator: 'cru' },
  subscriptions: { administrator: 'r', membership: 'cru', finance: 'cru' },
  creditors: { administrator: 'cru', finance: 'cru', fundraising: 'r' },
  'invoice-lines': { administrator: 'r', finance: 'r', membership: 'r' },
  'reminder-steps': { administrator: 'crud', finance: 'crud', membership: 'r' },
  reminders: { administrator: 'r', finance: 'r', membership: 'r' },
  mandates: { administrator: 'r', finance: 'crud', fundraising: 'cru' },
  'mandate-changes': { administrator: 'r', finance: 'r', fundraising: 'r' },
  'pre-notifications': { administrator: 'r', finance: 'r', fundraising: 'r' },
  invoices: { administrator: 'r', finance: 'r', membership: 'r' },
  payments: { administrator: 'r', finance: 'r' },
  'debit-instructions': { administrator: 'r', finance: 'r' },
  'debit-batches': { administrator: 'r', finance: 'r' },
  'debit-batch-groups': { administrator: 'r', finance: 'r' },
  'debit-batch-events': { administrator: 'r', finance: 'r' },
  'status-reports': { administrator: 'r', finance: 'r' },
  'return-reasons': { administrator: 'cru', finance: 'cru', fundraising: 'r' },
  'bank-imports': { administrator: 'r', finance: 'r' },
  'bank-bookings': { administrator: 'r', finance: 'r' },
  'bank-details': { administrator: 'r', finance: 'r' },
  'ledger-accounts': { administrator: 'cru', finance: 'cru' },
  'follow-ups': { administrator: 'r', finance: 'cru', fundraising: 'cru' },
  'online-payments': { administrator: 'r', finance: 'r', fundraising: 'r' },
  'online-payouts': { administrator: 'r', finance: 'r' },
  'bank-statements': { administrator: 'r', finance: 'r' },
  'bank-transactions': { administrator: 'r', finance: 'r' },
  users: { administrator: 'cru' },
  'role-assignments': { administrator: 'crd' },
  'audit-log': { administrator: 'r' },
  'job-runs': { administrator: 'r' },
  mails: { administrator: 'r' },
} as const satisfies Record<string, Row>

export type CollectionName = keyof typeof collectionRights

export const endpointRights = {
  'relations.import': ['administrator', 'membership'],
  'relations.search': ['administrator', 'membership', 'finance', 'fundraising'],
  'relations.countMatches': ['administrator', 'membership', 'finance', 'fundraising'],
  'rules.catalogue': ['administrator', 'membership', 'finance', 'fundraising'],
  'memberships.evaluate': ['administrator'],
  'memberships.correct': ['administrator'],
  'memberships.explain': ['administrator', 'membership', 'finance', 'fundraising'],
  'memberships.importHistory': ['administrator'],
  'organs.archive': ['administrator'],
  'organs.preview': ['administrator'],
  'mandates.change': ['finance', 'fundraising'],
  'mandates.end': ['finance', 'fundraising'],
  'mandates.block': ['finance', 'fundraising'],
  'preNotifications.announce': ['finance'],
  'invoices.run': ['finance'],
  'invoices.preview': ['finance'],
  'invoices.progress': ['finance'],
  'invoices.credit': ['finance'],
  'invoices.pdf': ['administrator', 'membership', 'finance'],
  'invoices.print': ['finance'],
  'invoices.confirmPrinted': ['finance'],
  'invoices.send': ['finance'],
  'reminders.send': ['finance'],
  'reminders.letters': ['finance'],
  'subscriptions.proposeEnd': ['administrator', 'membership', 'finance'],
  'subscriptions.cancel': ['membership', 'finance'],
  'subscriptions.undoCancellation': ['membership', 'finance'],
  'instructions.generate': ['finance'],
  'instructions.due': ['finance'],
  'instructions.move': ['finance'],
  'instructions.refuse': ['finance'],
  'instructions.retry': ['finance'],
  'instructions.retryAll': ['finance'],
  'instructions.previewRetries': ['finance'],
  'batches.create': ['finance'],
  'batches.preview': ['finance'],
  'batches.progress': ['finance'],
  'batches.file': ['finance'],
  'batches.report': ['finance'],
  'batches.submit': ['finance'],
  'batches.undoSubmission': ['finance'],
  'batches.cancel': ['finance'],
  'statements.import': ['finance'],
  'statements.confirm': ['finance'],
  'bankImports.upload': ['finance'],
  'bankImports.progress': ['finance'],
  'bankImports.undo': ['finance'],
  'bankLines.book': ['finance'],
  'bankLines.undo': ['finance'],
  'bankLines.judgeTwin': ['finance'],
  'bankLines.assignGroup': ['finance'],
  'bankLines.accept': ['finance'],
  'bankLines.match': ['finance'],
  'bankLines.work': ['finance'],
  'bankLines.targets': ['finance'],
  'onlinePayments.start': ['finance', 'fundraising'],
  'onlinePayments.link': ['finance', 'fundraising'],
  'organs.tree': ['administrator', 'membership', 'finance', 'fundraising'],
  'organs.members': ['administrator', 'membership', 'finance', 'fundraising'],
  'organs.overlaps': ['administrator', 'membership', 'finance', 'fundraising'],
  'myDepartment.read': ['representative'],
  'myDepartment.fund': ['representative'],
} as const satisfies Record<string, readonly Role[]>

export type EndpointName = keyof typeof endpointRights

/** The doors for which nobody is logged in, and what lets a caller in instead. There are no others. */
export const openDoors = {
  'onlinePayments.callback': 'The signature of the provider over its message, fresh, made with a secret that only the two know.',
} as const satisfies Record<string, string>

export type OpenDoor = keyof typeof openDoors

export const viewRights = {
  dashboard: roles,
  relationCard: ['administrator', 'membership', 'finance', 'fundraising'],
  explainMembership: ['administrator', 'membership', 'finance', 'fundraising'],
  importRelations: ['administrator', 'membership'],
  importHistory: ['administrator'],
  correctMembership: ['administrator'],
  listMembers: ['administrator', 'membership', 'finance', 'fundraising'],
  organTree: ['administrator', 'membership', 'finance', 'fundraising'],
  collecting: ['finance'],
  onlinePayment: ['administrator', 'finance', 'fundraising'],
  failedDebits: ['administrator', 'finance'],
  outstanding: ['finance', 'fundraising'],
  mandate: ['administrator', 'finance', 'fundraising'],
  creditor: ['administrator', 'finance'],
  notices: ['finance'],
  invoiceRun: ['finance'],
  invoice: ['administrator', 'membership', 'finance'],
  reminders: ['finance'],
  cancelSubscription: ['administrator', 'membership', 'finance'],
  batch: ['administrator', 'finance'],
  bank: ['administrator', 'finance'],
  bankLine: ['administrator', 'finance'],
  bankImport: ['administrator', 'finance'],
  statement: ['administrator', 'finance'],
  fundForecast: ['administrator', 'finance', 'fundraising'],
  myDepartment: ['representative'],
} as const satisfies Record<string, readonly Role[]>

export type ViewName = keyof typeof viewRights

const letterOf: Record<Operation, string> = { create: 'c', read: 'r', update: 'u', delete: 'd' }

/** Whether one of the roles may do the operation on the collection. */
export const mayDo = (held: readonly Role[], collection: CollectionName, operation: Operation): boolean => {
  const row: Row = collectionRights[collection]
  return held.some((role) => (row[role] ?? '').includes(letterOf[operation]))
}
