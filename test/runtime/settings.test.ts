import { describe, expect, it } from 'vitest'
import { ClearError } from '../../src/runtime/clearError'
import { readSettings } from '../../src/runtime/settings'

const settings = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env }, '/kring')

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(settings({})).toEqual({
      root: '/kring',
      port: 3000,
      url: 'http://localhost:3000',
      dataDir: '/kring/.data',
      databaseUrl: undefined,
      smtpUrl: undefined,
      wantsDemo: true,
    })
  })

  it.each([
    ['PORT', '4000', { port: 4000, url: 'http://localhost:4000' }],
    ['KRING_URL', 'https://kring.example.nl/', { url: 'https://kring.example.nl' }],
    ['KRING_DATA_DIR', '/srv/kring', { dataDir: '/srv/kring' }],
    ['KRING_DATA_DIR', 'elders', { dataDir: '/kring/elders' }],
    ['KRING_DEMO', '0', { wantsDemo: false }],
    ['KRING_DEMO', '1', { wantsDemo: true }],
    ['DATABASE_URL', '', { databaseUrl: undefined }],
    ['PORT', '', { port: 3000 }],
  ])('reads %s=%s', (name, value, expected) => {
    expect(settings({ [name]: value })).toMatchObject(expected)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['KRING_URL', 'kring.example.nl'],
    ['KRING_URL', 'ftp://kring.example.nl'],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    expect(() => settings({ [name]: value })).toThrow(ClearError)
    expect(() => settings({ [name]: value })).toThrow(`${name}=${value}`)
  })
})
