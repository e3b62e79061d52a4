import type { PayloadRequest } from 'payload'
import { day, type LocalDate } from '../domain/localDate'
import { transactionOf } from '../store/transaction'
import { branchPlans, livesIn } from './branches'
import { demoLogins } from './logins'
import type { Inhabitant } from './population'
import { idsByKey } from './idsByKey'

const functionTitles = ['Voorzitter', 'Secretaris', 'Penningmeester'] as const
const electedOn = day('2024-05-01')

/** Gives every branch a board of three of its own inhabitants, and makes a login for every role. */
export async function appointOfficers(req: PayloadRequest, inhabitants: readonly Inhabitant[], { password, date }: { password: string; date: LocalDate }): Promise<void> {
  const tx = await transactionOf(req)
  const organs = await idsByKey(tx, 'organs', 'code')
  const types = await idsByKey(tx, 'function_types', 'title')
  const treasurers = new Map<string, number>()
  for (const plan of branchPlans) {
    const board = inhabitants.filter((one) => one.type === 'person' && one.birthDate < '2000' && livesIn(plan, one, date)).slice(0, functionTitles.length)
    for (const [index, { id: holder }] of board.entries()) {
      const title = functionTitles[index] ?? 'Voorzitter'
      await req.payload.create({ collection: 'functions', req, data: { holder, type: types.get(title) ?? 0, organ: organs.get(plan.code) ?? 0, startDate: electedOn } })
      if (title === 'Penningmeester' && plan.hasFund) treasurers.set(plan.code, holder)
    }
  }
  await makeLogins(req, password, treasurers.get(favouriteBranch) ?? [...treasurers.values()][0])
}

/** Large enough to be worth looking at, small enough to read. */
const favouriteBranch = 'UT-Z-Z'

async function makeLogins(req: PayloadRequest, password: string, treasurer: number | undefined): Promise<void> {
  for (const { name, email, staffRole } of demoLogins(password)) {
    const relation = staffRole === undefined && treasurer !== undefined ? { relation: treasurer } : {}
    const { id: user } = await req.payload.create({ collection: 'users', req, data: { name, email, password, ...relation } })
    // The first user of an installation is made administrator as it is created.
    if (staffRole !== undefined && staffRole !== 'administrator') await req.payload.create({ collection: 'role-assignments', req, data: { user, role: staffRole } })
  }
}
