import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sendMail } from '../../jobs/sendMail'
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

type QueuedMail = { id: number; recipient: string; subject: string; body: string; status: string; problem: string | null; isSent: boolean }
const mails = () => rowsOf<QueuedMail>(kring.payload, 'select id, recipient, subject, body, status, problem, sent_at is not null as "isSent" from mails order by id')
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

type MailServer = { readonly url: string; readonly received: readonly string[]; readonly hasConnections: () => boolean; readonly close: () => Promise<void> }

/** A mail server on this machine that takes every mail, or refuses every recipient. */
async function mailServer({ refuses = false } = {}): Promise<MailServer> {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
    onRcptTo: (_address, _session, callback) => callback(refuses ? Object.assign(new Error('No such mailbox here'), { responseCode: 550 }) : undefined),
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => { received.push(Buffer.concat(chunks).toString('utf8')); callback() })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, received, hasConnections: () => server.connections.size > 0, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

describe('the worker', () => {
  let server: MailServer | undefined
  afterEach(async () => {
    vi.unstubAllEnvs()
    await server?.close()
    server = undefined
  })

  const written = async (): Promise<number> => inTransaction(await reqOn(kring.payload, amsterdamDate(new Date())), (tx) => insertMail(tx, { recipient: 'lid@kring.example', subject: 'Dag', body: '<p>Dag lid</p>' }))
  const mailOf = async (id: number) => (await mails()).find((mail) => mail.id === id)
  const attempt = (mail: number, retryCount = 0) => sendMail(kring.payload, { data: { mail }, retryCount, retryLimit: 10 })

  it('hands a mail to the mail server once, with an id that stays the same', async () => {
    server = await mailServer()
    vi.stubEnv('SMTP_URL', server.url)
    const id = await written()
    await Promise.all([attempt(id), attempt(id)])
    await attempt(id)
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toContain(`<kring-mail-${id}@`)
    expect(await mailOf(id)).toMatchObject({ status: 'sent', isSent: true, problem: null })
  })

  it('tries again what was refused, and lets go of the line', async () => {
    const refusing = server = await mailServer({ refuses: true })
    vi.stubEnv('SMTP_URL', server.url)
    const id = await written()
    await expect(attempt(id, 9)).rejects.toThrow('No such mailbox here')
    expect(await mailOf(id)).toMatchObject({ status: 'queued', problem: null })
    await expect.poll(() => refusing.hasConnections()).toBe(false)
  })

  it('says in the mail itself why it did not go, after the last try', async () => {
    server = await mailServer({ refuses: true })
    vi.stubEnv('SMTP_URL', server.url)
    const id = await written()
    await expect(attempt(id, 10)).rejects.toThrow('No such mailbox here')
    expect(await mailOf(id)).toMatchObject({ status: 'failed', isSent: false, problem: expect.stringContaining('550 No such mailbox here') })
    await attempt(id, 0)
    expect(await mailOf(id)).toMatchObject({ status: 'failed' })
  })

  it('keeps it where there is no mail server', async () => {
    vi.stubEnv('SMTP_URL', undefined)
    const id = await written()
    await attempt(id)
    expect(await mailOf(id)).toMatchObject({ status: 'kept', isSent: false, problem: null })
  })
})
