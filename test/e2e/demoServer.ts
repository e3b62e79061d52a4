import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../src/runtime/settings'
import { runningKring, type RunningKring } from '../setup/runningKring'
import { launchBrowser, newPage } from './browser'
import { loggedIn } from './staff'

/** Where the pictures of the README are written; only on request, so that a test run leaves the documents alone. */
const pictures = process.env.KRING_PICTURES === '1' ? join(projectRoot, 'docs', 'screenshots') : undefined

/** `npm start` with the demo and a browser beside it, for all stories of a test file, and whoever logs in there. */
export function demoServer() {
  let kring: RunningKring
  let browser: Browser
  const foreign: string[] = []
  beforeAll(async () => {
    kring = await runningKring()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await kring?.stop()
  })

  /** The password that stands behind a login in what `npm start` printed. */
  const passwordOf = (email: string): string => new RegExp(`${email.replaceAll('.', '\\.')}\\s+(\\S+)`).exec(kring.started.output())?.[1] ?? ''
  return {
    url: () => kring.url,
    passwordOf,
    as: async (name: string): Promise<Page> => {
      const { page } = await newPage(browser, kring.url, foreign)
      const email = `${name}@kring.example`
      return loggedIn(page, email, passwordOf(email))
    },
    picture: async (page: Page, name: string): Promise<void> => {
      if (!pictures) return
      mkdirSync(pictures, { recursive: true })
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    },
    /** To be told last: no page of all these called another server. */
    toldNobody: () => it('asked nothing of anybody else', () => expect(foreign).toEqual([])),
  }
}
