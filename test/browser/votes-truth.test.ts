import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ROOT } from '../../src/cli/start/build-app.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

/** Computed from votes and delegations by another route than the node's RPC (recordings/README.md). */
const Truth = z.object({
  steady: z.object({
    voting: z.array(
      z.object({
        id: z.number(),
        tally: z.object({
          yes_count: z.string(),
          abstain_count: z.string(),
          no_count: z.string(),
          no_with_veto_count: z.string(),
        }),
        would_pass_now: z.boolean(),
        quorum_reached: z.boolean(),
        nonvoting_bonded_count: z.number(),
        nonvoting_bonded_tokens: z.string(),
        nonvoting_top30: z.array(z.looseObject({ operator: z.string() })),
      }),
    ),
  }),
})
const truth = Truth.parse(
  JSON.parse(readFileSync(path.join(ROOT, 'test/recordings/truth.json'), 'utf8')),
).steady.voting

let bed: TestBed
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
})
afterAll(async () => {
  await seen.close()
  await bed.close()
})

describe('an open vote on screen', () => {
  it.each(truth.map((vote) => [vote.id, vote] as const))(
    'stands as another route counted: #%i',
    async (id, vote) => {
      const { page } = seen
      await visit(page, `/proposals/${id}`)
      // The node of these tests is the reader's own, so it is recounted without being asked.
      await page.getByText("equal to the node's tally to the unit").waitFor()
      expect(await exactPowers(page)).toEqual([
        vote.tally.yes_count,
        vote.tally.no_count,
        vote.tally.no_with_veto_count,
        vote.tally.abstain_count,
      ])
      const text = await textOf(page.locator('main'))
      expect(/^.*?(Passing\.)/.test(text)).toBe(vote.would_pass_now)
      expect(text.includes('The quorum is reached')).toBe(vote.quorum_reached)
      const silent = page.locator('p', { hasText: 'Not voted:' })
      expect(await silent.textContent()).toContain(`${vote.nonvoting_bonded_count} validators`)
      expect(await silent.textContent()).toContain(`${vote.nonvoting_bonded_tokens}\u00a0uakt`)
      expect(await firstAddresses(page)).toEqual(
        vote.nonvoting_top30.map(({ operator }) => operator),
      )
    },
  )

  it.each([
    [342, '27400257', 'Passing.'],
    // Judged by the threshold of then: 66.7 %, which the first round failed.
    [354, '27400480', 'Failing.'],
  ])('is recounted at the height a link names: #%i at %s', async (id, height, standing) => {
    await visit(seen.page, `/proposals/${id}?height=${height}`)
    await seen.page.getByText("equal to the node's tally to the unit").waitFor()
    const text = await textOf(seen.page.locator('main'))
    expect(text).toContain(standing)
    if (id === 354) expect(text).toMatch(/66\.7.%/)
  })
})

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, bed.server.url).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Yes, no, no with veto and abstain of the legend, in base units. */
function exactPowers(page: Page): Promise<(string | null)[]> {
  const powers = page.locator('li:has(.swatch) data[title*="uakt"]')
  return powers.evaluateAll((found) =>
    found.slice(0, 4).map((data) => data.getAttribute('value')?.replace('uakt', '') ?? null),
  )
}

function firstAddresses(page: Page): Promise<(string | null)[]> {
  return page
    .locator('tr[data-index] bdi[title^="akashvaloper"]')
    .evaluateAll((found) => found.slice(0, 30).map((address) => address.getAttribute('title')))
}
