import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage } from './watched-page.ts'

const FILE_ORIGIN = 'https://raw.githubusercontent.com'

let bed: TestBed
beforeAll(async () => {
  bed = await openTestBed()
})
afterAll(() => bed.close())

describe('the plan that comes next', () => {
  it('is a range with its method, and a calendar file with the same range', async () => {
    const seen = await openPage(bed.browser)
    const { page } = seen
    await page.goto(new URL('/upgrades', bed.server.url).href)
    await page.getByText('between 03:08:31 and 03:08:52 UTC').waitFor()
    expect(await page.getByText('111 blocks left').count()).toBe(1)
    await page.getByRole('button', { name: 'How this is reckoned' }).click()
    await page.getByText('51 headers from 27,400,000 to 27,400,494').waitFor()
    await page.keyboard.press('Escape')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Calendar file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('upgrade-v2.2.0.ics')
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('DTSTART:20261121T030831Z\r\nDTEND:20261121T030851Z')
    expect(seen.requestsBeyond(new URL(bed.server.url).origin)).toEqual([])
    expect([...seen.noise, ...seen.violations]).toEqual([])
    await seen.close()
  })

  it('is judged on the page of the vote too, where it can still be turned down', async () => {
    const seen = await openPage(bed.browser)
    const { page } = seen
    await page.goto(new URL('/proposals/344', bed.server.url).href)
    await page.getByRole('heading', { name: 'When v2.3.0 comes', exact: true }).waitFor()
    const checks = page.getByText(/^Plan checks: \d+ of 11 checks pass/)
    await checks.click()
    await page.getByText('Both are there, each with a SHA-256.').waitFor()
    expect(seen.requestsBeyond(new URL(bed.server.url).origin)).toEqual([])
    expect([...seen.noise, ...seen.violations]).toEqual([])
    await seen.close()
  })

  it('has its file fetched only when the reader says so, and shows what it serves as text', async () => {
    const seen = await openPage(bed.browser)
    const { page, context } = seen
    await context.route(`${FILE_ORIGIN}/**`, (route) =>
      route.fulfill({
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: '{"binaries":{"<img src=x onerror=alert(1)>":"javascript:alert(2)"}}',
      }),
    )
    await page.goto(new URL('/upgrades/v2.2.0', bed.server.url).href)
    await page.getByText('1 cannot be told').waitFor()
    const beyond = () => seen.requestsBeyond(new URL(bed.server.url).origin)
    expect(beyond()).toEqual([])
    await page.getByRole('button', { name: 'Fetch and check that file' }).click()
    await page.getByText('None for linux/amd64 and linux/arm64.').waitFor()
    expect(beyond()).toEqual([
      `${FILE_ORIGIN}/akash-network/net/main/mainnet/upgrades/v2.2.0/info.json`,
    ])
    await page.getByText('What it serves now').click()
    expect(await page.getByText('<img src=x onerror=alert(1)>').isVisible()).toBe(true)
    expect(await page.getByText('this browser has not seen it before').count()).toBe(1)
    await page.reload()
    await page.getByRole('button', { name: 'Fetch and check that file' }).click()
    await page.getByText('as when this browser first saw it so').waitFor()
    expect([...seen.noise, ...seen.violations]).toEqual([])
    await seen.close()
  })
})
