import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import chromium, { inflate } from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'

/** Few flags: the web's own security stays on, so that the content security policy is tried as well. */
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']

/** A real browser out of a package; where the system lacks its libraries, those of the package. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath()
  const libraries = await packagedLibraries()
  return playwright.launch({
    executablePath, args: flags, headless: true,
    env: { ...process.env, LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') } as Record<string, string>,
  })
}

async function packagedLibraries(): Promise<string> {
  const archive = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin', 'al2023.tar.br')
  if (!existsSync(archive)) throw new Error(`The browser's libraries are not where they were: ${archive}`)
  const folder = await inflate(archive)
  return join(folder, 'lib')
}

/** A fresh page of someone who is not logged in, with what it asked of others than Kring. */
export async function newPage(browser: Browser, baseURL: string, foreignRequests: string[] = []): Promise<{ page: Page; foreignRequests: string[] }> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1360, height: 900 } })
  const page = await context.newPage()
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== baseURL) foreignRequests.push(request.url())
  })
  return { page, foreignRequests }
}
