import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en'
import { nl } from '../../src/i18n/nl'
import { refusalOfDatabase } from '../../src/store/databaseErrors'

const folder = new URL('../../src/store/migrations/', import.meta.url)
const text = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')

/** Only the house itself writes these; whoever works with it never meets them. */
const ofTheHouse: readonly (string | undefined)[] = ['instructions_life_line', 'batches_add_up']

/** What triggers raise by name, with the state that they raise it in. */
const raised = [...new Set([...text.matchAll(/errcode = '(\w{5})', constraint = '(\w+)'/g)]
  .filter(([, , name]) => !ofTheHouse.includes(name)).map(([, state, name]) => `${name} ${state}`))]
const general: readonly (string | undefined)[] = ['DB_REFUSED', 'DB_STILL_USED', 'DB_OVERLAP', 'DB_DUPLICATE', undefined]

describe('what a trigger refuses', () => {
  it('is found in the migrations', () => expect(raised.length).toBeGreaterThan(10))

  it.each(raised)('%s has a sentence of its own, in Dutch and in English', (rule) => {
    const [constraint, code] = rule.split(' ')
    const refusal = refusalOfDatabase({ code, constraint })
    expect({ rule, isGeneral: general.includes(refusal?.code) }).toEqual({ rule, isGeneral: false })
    expect([Object.hasOwn(nl, refusal?.code ?? ''), Object.hasOwn(en, refusal?.code ?? '')]).toEqual([true, true])
  })
})
