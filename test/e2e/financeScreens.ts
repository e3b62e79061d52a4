import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a page complained about on its console, from now on; refusals that a story provokes are answers and are left out. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return complaints
}

/** Opens a screen and waits until its buttons listen. */
export async function open(page: Page, path: string): Promise<Page> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  return page
}

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Nothing on the screen sticks out sideways, neither at a desk nor on a phone. */
export async function expectToFit(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    const { place, wider } = await page.evaluate(() => ({ place: window.location.pathname, wider: document.documentElement.scrollWidth - window.innerWidth }))
    expect({ place, width: size.width, wider: Math.max(0, wider) }).toEqual({ place, width: size.width, wider: 0 })
  }
}

/** Goes on with the keyboard until what is wanted has the focus; throws when the focus comes round without it. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => { const element = document.activeElement; return element?.getAttribute('aria-label') ?? element?.textContent ?? '' })
    if (focused.trim() === name) return
  }
  throw new Error(`The keyboard does not come to “${name}”`)
}

/** The sentence of the first notice that says what is wrong. */
export const wrong = (page: Page) => page.locator('.kring-notice.wrong').first()

/** A figure at the head of a screen. */
export const figure = (page: Page, name: string) => page.locator('.kring-figure', { hasText: name }).locator('dd')

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })

type Answer = { readonly status: number; readonly text: string }

/** What the API says to whoever is logged in on the page; refusals come back as they are. */
export async function tell(page: Page, method: 'POST' | 'PATCH' | 'DELETE', path: string, data?: object): Promise<Answer> {
  const response = await page.request.fetch(`/api/${path}`, { method, headers: { origin: new URL(page.url()).origin }, ...(data ? { data } : {}) })
  return { status: response.status(), text: await response.text() }
}

/** Chooses a file in a hidden file field of the screen. */
export const giveFile = (page: Page, label: string, name: string, text: string): Promise<void> =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })

/** Chooses several files at once in a hidden file field of the screen. */
export const giveFiles = (page: Page, label: string, files: Readonly<Record<string, string>>): Promise<void> =>
  page.getByLabel(label).setInputFiles(Object.entries(files).map(([name, text]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })))

/** The bytes that a link of the screen hands out. */
export async function download(page: Page, name: string | RegExp): Promise<Buffer> {
  const [handed] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  const chunks: Buffer[] = []
  for await (const chunk of await handed.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
