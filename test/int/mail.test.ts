import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amsterdamDate } from '../../src/domain/localDate'
import { insertMail } from '../../src/store/mails'
import { enqueue } from '../../src/store/queue'
import { inTransaction } from '../../src/store/transaction'
import { apiOf, type Api } from '../setup/api'
import { buildersFor, reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let stranger: Api

beforeAll(async () => {
  kring = await bootPayload()
  await buildersFor(kring.payload).user('vergeten', { role: 'administrator' })
  stranger = apiOf(kring)
})
afterAll(() => kring.destroy())

type QueuedMail = { id: number; recipient: string; subject: string; body: string; status: string }
const mails = () => rowsOf<QueuedMail>(kring.payload, 'select id, recipient, subject, body, status from mails order by id')
const jobs = () => rowsOf<{ name: string; data: { mail: number }; state: string; retries: number }>(kring.payload, 'select name, data, state, retry_limit as retries from pgboss.job order by created_on, id')

describe('a forgotten password', () => {
  it('gives a mail that is written down and queued, with a link to this installation', async () => {
    expect((await stranger.post('/users/forgot-password', { email: 'vergeten@kring.example' })).status).toBe(200)
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ recipient: 'vergeten@kring.example', status: 'queued' })
    expect(mail?.body).toContain(`${kring.config.serverURL}/admin/reset/`)
    expect(await jobs()).toMatchObject([{ name: 'send-mail', data: { mail: mail?.id }, state: 'created', retries: 10 }])
  })

  it('opens the account again with the link, once', async () => {
    const token = /\/reset\/([0-9a-f]+)/.exec((await mails())[0]?.body ?? '')?.[1]
    expect((await stranger.post('/users/reset-password', { token, password: 'een-nieuw-wachtwoord' })).status).toBe(200)
    expect((await stranger.post('/users/login', { email: 'vergeten@kring.example', password: 'een-nieuw-wachtwoord' })).status).toBe(200)
    expect((await stranger.post('/users/login', { email: 'vergeten@kring.example', password: 'only-for-tests' })).status).toBe(401)
    expect((await stranger.post('/users/reset-password', { token, password: 'nog-een-wachtwoord' })).status).toBe(403)
  })

  it('of somebody who does not exist is answered the same, without a mail', async () => {
    const before = await mails()
    const known = await stranger.post('/users/forgot-password', { email: 'vergeten@kring.example' })
    const unknown = await stranger.post('/users/forgot-password', { email: 'niemand@kring.example' })
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    expect((await mails()).slice(before.length).filter(({ recipient }) => recipient === 'niemand@kring.example')).toEqual([])
  })
})

describe('a mail and its job', () => {
  it('are both gone when the transaction that wrote them is undone', async () => {
    const before = [await mails(), await jobs()]
    await expect(inTransaction(await reqOn(kring.payload, amsterdamDate(new Date())), async (tx) => {
      const mail = await insertMail(tx, { recipient: 'a@kring.example', subject: 'Niet', body: 'verzonden' })
      await enqueue(tx, 'send-mail', { mail })
      throw new Error('undone')
    })).rejects.toThrow('undone')
    expect([await mails(), await jobs()]).toEqual(before)
  })

  it('are both there when it is saved', async () => {
    const { id } = await inTransaction(await reqOn(kring.payload, amsterdamDate(new Date())), async (tx) => {
      const mail = await insertMail(tx, { recipient: "o'brien@kring.example", subject: 'Wél $1 \\ "verzonden"', body: '' })
      await enqueue(tx, 'send-mail', { mail })
      return { id: mail }
    })
    expect((await mails()).at(-1)).toMatchObject({ id, recipient: "o'brien@kring.example", subject: 'Wél $1 \\ "verzonden"', status: 'queued' })
    expect((await jobs()).filter(({ data }) => data.mail === id)).toHaveLength(1)
  })
})
