import { CrmViews } from './crm/CrmViews'
import { CustomFields } from './crm/CustomFields'
import { Functions } from './crm/Functions'
import { FunctionTypes } from './crm/FunctionTypes'
import { RelationLists } from './crm/RelationLists'
import { Relations } from './crm/Relations'
import { Selections } from './crm/Selections'
import { BankBookings } from './finance/BankBookings'
import { BankDetails } from './finance/BankDetails'
import { BankImports } from './finance/BankImports'
import { BankStatements } from './finance/BankStatements'
import { BankTransactions } from './finance/BankTransactions'
import { Creditors } from './finance/Creditors'
import { DebitBatches } from './finance/DebitBatches'
import { DebitBatchEvents } from './finance/DebitBatchEvents'
import { DebitBatchGroups } from './finance/DebitBatchGroups'
import { DebitInstructions } from './finance/DebitInstructions'
import { FollowUps } from './finance/FollowUps'
import { InvoiceLines } from './finance/InvoiceLines'
import { Invoices } from './finance/Invoices'
import { LedgerAccounts } from './finance/LedgerAccounts'
import { MandateChanges } from './finance/MandateChanges'
import { Mandates } from './finance/Mandates'
import { OnlinePayments, OnlinePayouts } from './finance/onlinePayments'
import { Payments } from './finance/Payments'
import { PreNotifications } from './finance/PreNotifications'
import { Reminders, ReminderSteps } from './finance/reminders'
import { ReturnReasons } from './finance/ReturnReasons'
import { StatusReports } from './finance/StatusReports'
import { Subscriptions } from './finance/Subscriptions'
import { SubscriptionTypes } from './finance/SubscriptionTypes'
import { Donations } from './fundraising/Donations'
import { DonorTypes } from './fundraising/DonorTypes'
import { Funds } from './fundraising/Funds'
import { PledgeChanges } from './fundraising/PledgeChanges'
import { Pledges } from './fundraising/Pledges'
import { CrmActions, CrmArtefacts, OrganRights } from './organisation/crmActions'
import { ExceptionMemberships } from './organisation/ExceptionMemberships'
import { Jubilees, JubileeTypes } from './organisation/jubilees'
import { MembershipCorrections } from './organisation/MembershipCorrections'
import { MembershipMutations } from './organisation/MembershipMutations'
import { Memberships } from './organisation/Memberships'
import { MembershipTypes } from './organisation/MembershipTypes'
import { Organisations } from './organisation/Organisations'
import { OrganPlacements } from './organisation/OrganPlacements'
import { Organs } from './organisation/Organs'
import { MemberMutations, Members, OrganDonations, OrganPledges } from './organisation/projections'
import { RuleVersions } from './organisation/RuleVersions'
import { AuditLog, JobRuns, Mails } from './platform/logs'
import { RoleAssignments } from './platform/RoleAssignments'
import { Users } from './platform/Users'

/** Every collection, in the order of the navigation. */
export const collections = [
  Relations, RelationLists, Selections, Functions, FunctionTypes, CustomFields, CrmViews,
  Organisations, Organs, OrganPlacements, MembershipTypes, RuleVersions, Memberships, ExceptionMemberships, MembershipMutations, MembershipCorrections,
  Jubilees, JubileeTypes, CrmActions, CrmArtefacts, OrganRights, Members, MemberMutations, OrganDonations, OrganPledges,
  Funds, Pledges, PledgeChanges, Donations, DonorTypes,
  Subscriptions, SubscriptionTypes, Invoices, InvoiceLines, Payments, ReminderSteps, Reminders, Mandates, MandateChanges, PreNotifications, Creditors,
  DebitInstructions, DebitBatches, DebitBatchGroups, DebitBatchEvents, StatusReports, ReturnReasons, BankImports, BankStatements, BankTransactions, BankBookings, BankDetails, LedgerAccounts,
  OnlinePayments, OnlinePayouts, FollowUps,
  Users, RoleAssignments, AuditLog, JobRuns, Mails,
]
