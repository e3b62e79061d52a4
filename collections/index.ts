import { Functions } from './crm/Functions'
import { FunctionTypes } from './crm/FunctionTypes'
import { Relations } from './crm/Relations'
import { BankStatements } from './finance/BankStatements'
import { BankTransactions } from './finance/BankTransactions'
import { Creditors } from './finance/Creditors'
import { DebitBatches } from './finance/DebitBatches'
import { DebitBatchGroups } from './finance/DebitBatchGroups'
import { DebitInstructions } from './finance/DebitInstructions'
import { Invoices } from './finance/Invoices'
import { Mandates } from './finance/Mandates'
import { Payments } from './finance/Payments'
import { Subscriptions } from './finance/Subscriptions'
import { SubscriptionTypes } from './finance/SubscriptionTypes'
import { Donations } from './fundraising/Donations'
import { Funds } from './fundraising/Funds'
import { Pledges } from './fundraising/Pledges'
import { MembershipMutations } from './organisation/MembershipMutations'
import { Memberships } from './organisation/Memberships'
import { MembershipTypes } from './organisation/MembershipTypes'
import { Organisations } from './organisation/Organisations'
import { Organs } from './organisation/Organs'
import { MemberMutations, Members, OrganDonations, OrganPledges } from './organisation/projections'
import { RuleVersions } from './organisation/RuleVersions'
import { AuditLog, JobRuns, Mails } from './platform/logs'
import { RoleAssignments } from './platform/RoleAssignments'
import { Users } from './platform/Users'

/** Every collection, in the order of the navigation. */
export const collections = [
  Relations, Functions, FunctionTypes,
  Organisations, Organs, MembershipTypes, RuleVersions, Memberships, MembershipMutations, Members, MemberMutations, OrganDonations, OrganPledges,
  Funds, Pledges, Donations,
  Subscriptions, SubscriptionTypes, Invoices, Payments, Mandates, Creditors, DebitInstructions, DebitBatches, DebitBatchGroups, BankStatements, BankTransactions,
  Users, RoleAssignments, AuditLog, JobRuns, Mails,
]
