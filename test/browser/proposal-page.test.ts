import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalServer } from '../../src/cli/server/local-server.ts'
import type { ReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { readTruth } from '../flow/truth.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

const { steady } = readTruth()

let bed: TestBed
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
})
afterAll(async () => {
  const { noise, violations, requests } = seen
  const origin = new URL(bed.server.url).origin
  await bed.close()
  // Whatever the pages held, none of them did anything a page should not.
  expect({ noise, violations }).toEqual({ noise: [], violations: [] })
  expect(requests.filter((url) => new URL(url).origin !== origin)).toEqual([])
})

/** Everything the page of a proposal says, with single spaces; of long summaries the beginning. */
async function read(id: string, { page } = seen, { url } = bed.server): Promise<string> {
  await page.goto(new URL(`/proposals/${id}`, url).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Loading').first().waitFor({ state: 'detached' })
  return (await textOf(page.locator('main'))).slice(0, 6_000)
}

/** The powers of the legend in base units, in its order: yes, no, no with veto, abstain. */
const legend = () =>
  seen.page
    .locator('main data')
    .evaluateAll((elements) => elements.slice(0, 4).map((element) => element.getAttribute('value')))

const dates = () =>
  seen.page
    .locator('main time')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('datetime') ?? ''))

describe('a proposal in vote', () => {
  it('begins with how it stands, and draws its tally to the unit', async () => {
    const text = await read('353')
    expect(text).toMatch(
      /Passing\. 73\.5 % of the bonded stake has voted and 67\.4 % of it, abstentions aside, says yes; more than 50 % is needed\. The vote ends in 20 min \(03:26:23 UTC\)\./,
    )
    const tally = steady.voting.find(({ id }) => id === 353)?.tally
    expect(await legend()).toEqual([
      tally?.yes_count,
      tally?.no_count,
      tally?.no_with_veto_count,
      tally?.abstain_count,
    ])
    expect(text).toContain('quorum 20 %')
    expect(text).toContain('threshold 50 %')
    expect(text).toContain('6.6 % of votes, limit 33.4 %')
    expect(text).toContain(
      'Nothing by itself: it carries no message, so only its text is voted on.',
    )
  })

  it.each([['352'], ['354']])(
    'says of %s that it was expedited and that the votes of then are gone',
    async (id) => {
      const text = await read(id)
      expect(text).toContain('Converted from expedited: its first votes were erased')
      expect(text).toContain(
        'its expedited round failed before: the votes of that round were erased',
      )
      const tally = steady.voting.find((one) => String(one.id) === id)?.tally
      expect((await legend())[0]).toBe(tally?.yes_count)
    },
  )

  it('tells a vote without votes from one that cannot be read', async () => {
    const text = await read('352')
    expect(text).toMatch(/Short of its quorum\. 0\.0 % of the bonded stake has voted; 20 % must/)
    expect(text).toContain('no votes yet')
  })

  it('says where a figure comes from: height, block time, node and query, one click away', async () => {
    await read('353')
    const origin = seen.page.getByRole('button', { name: /^height 27,400,494 · 03:05:19 UTC/ })
    expect(await origin.count()).toBeGreaterThanOrEqual(2)
    await origin.first().click()
    const note = seen.page.getByRole('group', { name: 'Where these figures come from' }).first()
    await note.waitFor()
    const text = await textOf(note)
    for (const part of [
      'skydev-1',
      '27,400,494',
      bed.node.url,
      '/cosmos.gov.v1.Query/TallyResult',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('less what delegators voted themselves')
    await seen.page.keyboard.press('Escape')
    await note.waitFor({ state: 'hidden' })
  })
})

describe('a proposal that collects its deposit', () => {
  it('says how much is missing, until when, and who paid what', async () => {
    const text = await read('350')
    expect(text).toContain('Collecting its deposit. 617 AKT are missing until the vote can start.')
    expect(text).toContain('in 13 days (2026-12-05 02:55 UTC), the chain deletes the proposal.')
    expect(text).toContain('617 AKT missing to the minimum.')
    const amounts = seen.page.locator('aside data')
    expect(
      await amounts.evaluateAll((all) => all.map((element) => element.getAttribute('value'))),
    ).toEqual(['123000000', '260000000'])
    expect(text).not.toContain('Turnout')
  })
})

describe('a proposal whose vote is over', () => {
  it('shows the plan of an upgrade that passed', async () => {
    const text = await read('342')
    expect(text).toMatch(/Passed 7 min ago \(02:58:11 UTC\), with 98\.8 % yes of 116\.39 M AKT/)
    expect(text).toContain('/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade')
    expect(text).toContain('v2.2.0')
    expect(text).toContain('27,400,605')
    expect(text).toContain('threshold 66.7 %')
    expect(text).toContain('Final tally. The chain has deleted the votes themselves.')
    expect(text).toContain('so turnout is not drawn')
  })

  it('gives the reason of one that passed and failed when carried out', async () => {
    const text = await read('343')
    expect(text).toContain('Passed the vote, then failed.')
    expect(text).toContain("Why it failed, in the chain's words")
    expect(text).toContain('upgrade cannot be scheduled in the past: invalid request')
  })

  it('shows every message of several, in their order', async () => {
    const text = await read('326')
    expect(text).toContain('3 messages, all or none')
    const types = [...text.matchAll(/\/(?:akash|cosmos)\.[\w.]+\.Msg\w+/g)].map(([type]) => type)
    expect(types).toEqual([
      '/akash.market.v1beta5.MsgUpdateParams',
      '/akash.deployment.v1beta4.MsgUpdateParams',
      '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend',
    ])
  })

  it('shows what a legacy proposal wraps, and does not invent what the chain has not kept', async () => {
    const text = await read('2')
    expect(text).toContain('/cosmos.gov.v1.MsgExecLegacyContent')
    expect(text).toContain('/cosmos.gov.v1beta1.TextProposal')
    expect(text).toContain('Nobody voted, so the quorum was missed.')
    expect(text).toContain('times not recorded')
    expect(text).not.toMatch(/Rejected not recorded/)
    for (const date of await dates()) expect(date).toMatch(/^20[12]\d-/)
  })

  it.each([['235'], ['334']])(
    'shows the impossible tally of %s as the numbers stored, without shares',
    async (id) => {
      const text = await read(id)
      expect(text).toContain('The chain stores an impossible tally')
      expect(text).toMatch(/Abstain −\d{1,3}(?:,\d{3})+/)
      expect(text).not.toContain('Turnout')
    },
  )
})

describe('a number without a proposal', () => {
  it('is explained where the chain has deleted it', async () => {
    const text = await read('351')
    expect(text).toContain('The chain has no proposal of this number')
    expect(text).toContain('It was cancelled by its proposer, or its deposit was never met')
  })

  it('is told from one the chain has not reached', async () => {
    const text = await read('99999')
    expect(text).toContain('There is no such proposal yet')
    await seen.page.getByRole('link', { name: '355' }).click()
    await seen.page.getByRole('heading', { level: 1, name: /shorten evidence max age/ }).waitFor()
  })
})

describe('what is no number of a proposal', () => {
  // A node that is asked by these pages only: one left a moment ago may still have a request on its way.
  let node: ReplayNode
  let server: LocalServer
  let own: WatchedPage
  beforeAll(async () => {
    node = await bed.replay()
    server = await bed.serve([node.url])
    own = await openPage(bed.browser)
  })

  it.each([['abc'], ['0'], ['-1'], ['1e3'], ['18446744073709551616'], ['%3Cimg%20src=x%3E']])(
    'is not asked for: %s',
    async (id) => {
      const text = await read(id, own, server)
      expect(text).toContain('That is no proposal number')
      expect(text).toContain('Proposals are numbered from 1 upwards')
      expect(node.requests.entries.some(({ body }) => body.includes('gov'))).toBe(false)
      expect(await own.page.locator('main img').count()).toBe(0)
      expect({ noise: own.noise, violations: own.violations }).toEqual({
        noise: [],
        violations: [],
      })
    },
  )
})

describe('the page itself', () => {
  it('is named after what it shows, for tabs, histories and screen readers', async () => {
    await read('353')
    await expect
      .poll(() => seen.page.title())
      .toBe('353: Signal: Akash confidential compute roadmap (AEP-29, AEP-65) · Skylight')
    await seen.page.getByRole('link', { name: 'Proposals' }).click()
    await expect.poll(() => seen.page.title()).toBe('Proposals · Skylight')
    await read('351')
    await expect.poll(() => seen.page.title()).toBe('Proposal 351 · Skylight')
  })

  it('names a screen that does not exist as such', async () => {
    await seen.page.goto(new URL('/no/such/screen', bed.server.url).href)
    await seen.page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  })
})
