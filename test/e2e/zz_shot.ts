import { launchBrowser, newPage } from './browser'
const [base, email, password, ...paths] = process.argv.slice(2)
const browser = await launchBrowser()
const { page, foreignRequests } = await newPage(browser, base!)
page.on('console', (m) => { if (m.type() === 'error') console.log('console:', m.text().slice(0, 300)) })
page.on('pageerror', (e) => console.log('pageerror:', e.message.slice(0, 300)))
if (email !== '-') {
  await page.goto('/admin/login')
  await page.fill('#field-email', email!)
  await page.fill('#field-password', password!)
  await page.click('button[type=submit]')
  await page.waitForURL((u) => !u.pathname.includes('login'), { timeout: 20000 })
}
let n = 0
for (const path of paths) {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shot${n++}.png`, fullPage: false })
  console.log(path, await page.title())
}
console.log('foreign', foreignRequests)
await browser.close()
