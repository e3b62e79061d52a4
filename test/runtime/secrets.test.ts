import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { childEnvironment } from '../../src/runtime/childEnvironment'
import { ClearError } from '../../src/runtime/clearError'
import { readOrCreateSecrets } from '../../src/runtime/secrets'
import { readSettings } from '../../src/runtime/settings'
import { temporaryFolder } from './folder'

describe('readOrCreateSecrets', () => {
  it('makes them once, for the eyes of the owner only', () => {
    const folder = temporaryFolder()
    const first = readOrCreateSecrets(folder)
    expect(readOrCreateSecrets(folder)).toEqual(first)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('gives a file from before the demo a password of its own, and changes nothing else', () => {
    const folder = temporaryFolder()
    const old = { payloadSecret: 'p'.repeat(43), databasePassword: 'd'.repeat(43) }
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(old))
    const secrets = readOrCreateSecrets(folder)
    expect(secrets).toMatchObject(old)
    expect(secrets.demoPassword).toMatch(/^[a-z2-9]{14}$/)
    expect(readOrCreateSecrets(folder)).toEqual(secrets)
  })

  it('makes other ones for another folder', () => {
    expect(readOrCreateSecrets(temporaryFolder())).not.toEqual(readOrCreateSecrets(temporaryFolder()))
  })

  it.each(['', '{', '{}', '{"payloadSecret":"short","databasePassword":"short"}'])('refuses a damaged file: %j', (content) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'secrets.json'), content)
    expect(() => readOrCreateSecrets(folder)).toThrow(ClearError)
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(content)
  })
})

describe('childEnvironment', () => {
  it('tells the children all they need', () => {
    const secrets = readOrCreateSecrets(temporaryFolder())
    const settings = readSettings({ NODE_ENV: 'test', PORT: '4000', SMTP_URL: 'smtp://mail' }, '/kring')
    expect(childEnvironment(settings, secrets, 'postgres://here/kring')).toMatchObject({
      NODE_ENV: 'production',
      PORT: '4000',
      KRING_URL: 'http://localhost:4000',
      KRING_DATA_DIR: '/kring/.data',
      DATABASE_URL: 'postgres://here/kring',
      PAYLOAD_SECRET: secrets.payloadSecret,
      SMTP_URL: 'smtp://mail',
    })
  })
})
