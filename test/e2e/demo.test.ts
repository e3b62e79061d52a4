import { describe, expect, it } from 'vitest'
import { demoServer } from './demoServer'
import { apiOf } from './staff'
import { treeStories } from './treeStories'

const { as, picture, passwordOf, url, toldNobody } = demoServer()

const everyRole = ['beheerder', 'ledenadministratie', 'financien', 'fondsenwerving', 'vertegenwoordiger']

describe('the demo association', () => {
  it('prints a login for each role', () => {
    expect(everyRole.filter((name) => passwordOf(`${name}@kring.example`).length < 12)).toEqual([])
  })

  it('shows finance what is to be collected, and where the bank paid too little', async () => {
    const page = await as('financien')
    await page.goto('/admin/te-incasseren')
    await page.locator('[data-list=collectable] tbody tr').first().waitFor()
    await page.goto('/admin/collections/debit-batches')
    await page.getByRole('link', { name: /^V\d{6}-/ }).first().waitFor()
    const { docs: groups } = await apiOf(page, url()).find('debit-batch-groups', { 'where[status][equals]': 'open', limit: '50' })
    const differing: number[] = []
    for (const { batch } of groups) {
      await page.goto(`/admin/collections/debit-batches/${batch ?? 0}/overview`)
      await page.locator('#opdrachten').waitFor()
      if (await page.getByText('Er ontbreekt').count() > 0) differing.push(batch ?? 0)
    }
    expect(differing.length).toBeGreaterThanOrEqual(1)
    await page.goto(`/admin/collections/debit-batches/${differing[0]}/overview`)
    await page.getByText('Er ontbreekt').waitFor()
  })

  it('shows the membership administration relations with their memberships', async () => {
    const page = await as('ledenadministratie')
    await page.goto('/admin')
    await page.getByRole('searchbox').fill('jansen')
    await page.locator('.kring-search li a').first().click()
    await page.getByRole('navigation', { name: 'Relatiekaart' }).getByRole('link', { name: 'Lidmaatschappen' }).click()
    await page.locator('[data-list=memberships] tbody tr').first().waitFor()
    await picture(page, 'relatiekaart')
  })

  it('shows a representative a branch with members, mutations and a fund', async () => {
    const page = await as('vertegenwoordiger')
    await page.goto('/admin/mijn-afdeling')
    await page.locator('[data-list=members] tbody tr').first().waitFor()
    await page.locator('#fonds').waitFor()
    await picture(page, 'mijn-afdeling')
  })

  it.each(everyRole)('opens every list that %s may see', async (name) => {
    const page = await as(name)
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(error.message))
    page.on('response', (response) => { if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`) })
    await page.goto('/admin')
    const lists = await page.locator('nav a[href^="/admin/collections/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    if (name === 'vertegenwoordiger') expect(lists).toEqual([])
    await page.goto('/admin/account')
    await page.locator('#field-email').waitFor()
    for (const list of lists) {
      await page.goto(list)
      await page.locator('h1').first().waitFor()
    }
    expect(failures).toEqual([])
  })
})

treeStories({ as, picture })
toldNobody()
