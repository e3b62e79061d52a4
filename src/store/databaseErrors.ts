type Raised = { readonly code?: string; readonly constraint?: string; readonly message?: string; readonly cause?: unknown }

/** The database's own error, however deep it was wrapped. */
function raisedBy(error: unknown): Raised | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const raised: Raised = error
  return typeof raised.code === 'string' && /^[0-9A-Z]{5}$/.test(raised.code) ? raised : raisedBy(raised.cause)
}

const byConstraint: Readonly<Record<string, string>> = {
  relations_type_fixed: 'RELATION_TYPE_FIXED',
  instructions_one_per_pledge_instalment: 'INSTALMENT_DUPLICATE',
  instructions_one_per_invoice_instalment: 'INSTALMENT_DUPLICATE',
  mandates_one_reference: 'MANDATE_REFERENCE_DUPLICATE',
  bank_statements_once: 'STATEMENT_DUPLICATE',
  instructions_retried: 'INSTRUCTION_RETRIED',
  instructions_one_off_once: 'MANDATE_ONE_OFF',
  instructions_group_of_batch: 'INSTRUCTION_OUTSIDE_BATCH',
  instructions_life_line: 'INSTRUCTION_LIFE_LINE',
  batches_life_line: 'BATCHES_LIFE_LINE',
  groups_life_line: 'BATCHES_LIFE_LINE',
  groups_within_batch_limit: 'EXCEEDS_BATCH_LIMIT',
  groups_within_instruction_limit: 'EXCEEDS_INSTRUCTION_LIMIT',
  groups_within_day_limit: 'EXCEEDS_DAY_LIMIT',
  groups_within_month_limit: 'EXCEEDS_MONTH_LIMIT',
  pledges_collected: 'PLEDGE_COLLECTED',
  subscriptions_invoiced: 'SUBSCRIPTION_INVOICED',
  follow_ups_target: 'FOLLOW_UP_ONE_TARGET',
  follow_ups_again: 'FOLLOW_UP_NEXT_BEFORE',
  reminder_steps_used: 'REMINDER_STEP_USED',
  append_only: 'APPEND_ONLY',
  mandates_used: 'MANDATE_USED',
  mandates_stay_ended: 'MANDATE_STAYS_TERMINATED',
  pledge_changes_once: 'PLEDGE_CHANGE_DUPLICATE',
  creditors_used: 'CREDITOR_USED',
  rule_versions_counted: 'RULE_ALREADY_COUNTS',
  rule_versions_from_tomorrow: 'RULE_FROM_TOMORROW',
  rule_versions_scope_fixed: 'RULE_SCOPE_FIXED',
  membership_types_fixed: 'MEMBERSHIP_TYPE_FIXED',
  organs_no_circle: 'ORGAN_CYCLE',
  organs_one_organisation: 'ORGAN_OTHER_ORGANISATION',
  organs_organisation_fixed: 'ORGAN_ORGANISATION_FIXED',
  organs_end_counted: 'ORGAN_END_IN_THE_PAST',
  organs_mode_counted: 'ORGAN_MODE_FIXED',
  organisations_exception_mode_counted: 'EXCEPTION_MODE_FIXED',
  organs_parent_by_transfer: 'ORGAN_PARENT_BY_TRANSFER',
  organ_placements_from_tomorrow: 'TRANSFER_FROM_TOMORROW',
  organ_placements_counted: 'TRANSFER_STAYS',
  exception_memberships_counted: 'EXCEPTION_STAYS',
  exception_memberships_not_before: 'EXCEPTION_IN_THE_PAST',
  exception_memberships_no_overlap: 'EXCEPTION_OVERLAP',
  organ_placements_period: 'END_BEFORE_START',
  organ_placements_no_overlap: 'TRANSFER_PLANNED_ALREADY',
  organ_placements_not_own_parent: 'ORGAN_CYCLE',
  exception_memberships_period: 'END_BEFORE_START',
  memberships_derived: 'MEMBERSHIP_DERIVED',
  memberships_no_overlap: 'MEMBERSHIP_OVERLAP',
  memberships_one_open: 'MEMBERSHIP_OVERLAP',
  memberships_counted_from: 'MEMBERSHIP_COUNTED_FROM',
  memberships_known: 'MEMBERSHIP_OF_NOTHING',
  membership_mutations_known: 'MEMBERSHIP_OF_NOTHING',
  memberships_use_it: 'MEMBERSHIPS_USE_IT',
  membership_corrections_said: 'CORRECTION_REASON_REQUIRED',
  jubilees_once_a_period: 'JUBILEE_DUPLICATE',
  jubilees_once_a_day: 'JUBILEE_DUPLICATE',
  crm_actions_function: 'ACTION_NEEDS_FUNCTION',
  crm_artefacts_once: 'ARTEFACT_DUPLICATE',
  organ_rights_once: 'ORGAN_RIGHT_DUPLICATE',
  role_assignments_once: 'ROLE_DUPLICATE',
  invoices_add_up: 'INVOICE_ADDS_UP_WRONG',
  invoices_once_a_period: 'INVOICE_DUPLICATE',
  reminders_once: 'REMINDER_DUPLICATE',
  bank_imports_once: 'STATEMENT_DUPLICATE',
  bank_bookings_targets: 'PART_UNKNOWN_INVOICE',
  bank_transactions_of_statement: 'STATEMENT_UNKNOWN',
  bank_lines_add_up: 'BANK_LINE_NOT_OPEN',
  bank_lines_follow_bookings: 'APPEND_ONLY',
  bank_bookings_stay_undone: 'BANK_LINE_NOT_BOOKED',
  bank_bookings_one_return: 'PART_NOT_COLLECTED',
  bank_bookings_one_payout: 'PART_UNKNOWN_PAYOUT',
  bank_bookings_whole_return: 'PART_NOT_COLLECTED',
  bank_bookings_whole_payout: 'PART_OTHER_PAYOUT',
  payments_of_invoice: 'PART_UNKNOWN_INVOICE',
  invoices_follow_money: 'INVOICE_FOLLOWS_MONEY',
  payments_within_line: 'BANK_LINE_NOT_OPEN',
  donations_within_line: 'BANK_LINE_NOT_OPEN',
  online_payments_life_line: 'ONLINE_LIFE_LINE',
  payments_as_paid_online: 'ONLINE_LIFE_LINE',
  donations_as_paid_online: 'ONLINE_LIFE_LINE',
}

/** The unique rules of several columns that are in the migrations: at which field each of them is shown. */
export const uniqueRules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mandates: { mandates_one_reference: 'reference' },
  pledge_changes: { pledge_changes_once: 'fromDate' },
  role_assignments: { role_assignments_once: 'role' },
  organ_rights: { organ_rights_once: 'functionType' },
}

/** The code of the sentence for a value that a field of a table has already. */
export function duplicateCode(table: string, field: string): string {
  const rule = Object.entries(uniqueRules[table] ?? {}).find(([, shownAt]) => shownAt === field)?.[0]
  return byConstraint[rule ?? ''] ?? 'DB_DUPLICATE'
}

const byState: Readonly<Record<string, string>> = {
  '23001': 'DB_STILL_USED', '23502': 'DB_REQUIRED', '23503': 'DB_STILL_USED', '23505': 'DB_DUPLICATE', '23514': 'DB_REFUSED', '23P01': 'DB_OVERLAP',
  '22003': 'DB_OUT_OF_RANGE', '22007': 'DB_DATE_INVALID', '22008': 'DB_DATE_INVALID', '22P02': 'DB_VALUE_INVALID', '22021': 'DB_VALUE_INVALID', '22P05': 'DB_VALUE_INVALID',
  '40001': 'DB_TRY_AGAIN', '40P01': 'DB_TRY_AGAIN', '42501': 'NOT_ALLOWED', '55P03': 'DB_TRY_AGAIN', '57014': 'DB_TOO_SLOW',
}

/** A rule that the database held: the code of its sentence, and the HTTP status that fits. */
export type DatabaseRefusal = { readonly code: string; readonly status: 400 | 403 | 409 }

/** The refusal behind an error, or undefined when it was no rule of the database. The values are never part of it. */
export function refusalOfDatabase(error: unknown): DatabaseRefusal | undefined {
  const raised = raisedBy(error)
  if (raised && namesWhatIsNotThere(raised)) return { code: 'DB_REFUSED', status: 400 }
  const code = raised?.code && (byConstraint[raised.constraint ?? ''] ?? byState[raised.code])
  return code ? { code, status: statusOf(raised.code ?? '') } : undefined
}

/** One state tells both of a reference to nothing and of deleting what is referred to; only the words differ. */
const namesWhatIsNotThere = ({ code, message }: Raised): boolean => code === '23503' && (message ?? '').startsWith('insert or update')

/** Forbidden, a bad value, or a conflict with what is there. */
const statusOf = (state: string): DatabaseRefusal['status'] => (state === '42501' ? 403 : state.startsWith('22') ? 400 : 409)
