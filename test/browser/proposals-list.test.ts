import { readFile } from 'node:fs/promises'
import { Proposal } from 'cosmjs-types/cosmos/gov/v1/gov'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sanitizeChainText } from '../../src/domain/format-chain-text.ts'
import {
  bytesIn,
  idOf,
  joinPage,
  queryHeight,
  queryPath,
  splitPage,
  startMisbehavingNode,
  valueAnswer,
} from '../flow/misbehaving-node.ts'
import { readRecordedProposals, textsOfRecorded } from '../flow/recorded-proposals.ts'
import { readTruth } from '../flow/truth.ts'
import { collectRows, idsOf, type SeenRow, waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

const { steady } = readTruth()
const recorded = new Map(
  readRecordedProposals('steady').map((proposal) => [
    Number(proposal.id),
    textsOfRecorded(proposal),
  ]),
)
const newestFirst = [...steady.proposal_ids].sort((a, b) => b - a)

const STATUS_WORDS: Readonly<Record<string, string>> = {
  PROPOSAL_STATUS_DEPOSIT_PERIOD: 'Deposit',
  PROPOSAL_STATUS_VOTING_PERIOD: 'In vote',
  PROPOSAL_STATUS_PASSED: 'Passed',
  PROPOSAL_STATUS_REJECTED: 'Rejected',
  PROPOSAL_STATUS_FAILED: 'Failed',
}

let bed: TestBed
let seen: WatchedPage
let rows: readonly SeenRow[]
beforeAll(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
  await seen.page.goto(new URL('/proposals', bed.server.url).href)
  await waitForWholeList(seen.page)
  rows = await collectRows(seen.page)
})
afterAll(() => bed.close())

const rowOf = (id: number) => rows.find(({ number }) => number === String(id))
/** The order in which a URL names its parameters says nothing. */
const urlSays = (said: Readonly<Record<string, string | null>>) =>
  seen.page.waitForURL(({ searchParams }) =>
    Object.entries(said).every(([name, value]) => searchParams.get(name) === value),
  )
const visit = async (path: string) => {
  await seen.page.goto(new URL(path, bed.server.url).href)
  await waitForWholeList(seen.page)
}

describe('the list of a recorded chain', () => {
  it('ends with exactly the proposals that are true, newest first', () => {
    expect(idsOf(rows)).toEqual(newestFirst)
    expect(idsOf(rows)).toHaveLength(196)
  })

  it('gives every row its title, its status and its page', () => {
    const shown = rows.flatMap(({ number, title, text, href }) =>
      href === null ? [] : [[Number(number), title, href, text.includes(statusOf(Number(number)))]],
    )
    const single = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
    expect(shown).toEqual(
      newestFirst.map((id) => [
        id,
        single(sanitizeChainText(recorded.get(id)?.title ?? '')),
        `/proposals/${id}`,
        true,
      ]),
    )
  })

  it('counts by status what is true', async () => {
    const chips = await seen.page.getByRole('group', { name: 'Status' }).getByRole('button').all()
    const counts = await Promise.all(chips.map(textOf))
    expect(counts).toEqual(
      Object.entries(STATUS_WORDS).map(
        ([status, word]) => `${word} ${steady.proposals_by_status[status]}`,
      ),
    )
  })

  it('accounts for every number without a proposal, and says why there is none', () => {
    const gaps = rows.filter(({ href }) => href === null)
    const numbers = gaps.flatMap(({ number }) => {
      const [high = 0, low = high] = number.split('–').map(Number)
      return Array.from({ length: high - low + 1 }, (_, index) => high - index)
    })
    const newest = Math.max(...steady.proposal_ids)
    const missing = Array.from({ length: newest }, (_, index) => newest - index).filter(
      (id) => !steady.proposal_ids.includes(id),
    )
    expect(numbers).toEqual(missing)
    for (const { text } of gaps) {
      expect(text).toContain('cancelled by the proposer, or the deposit was never met')
    }
    expect(rowOf(351)?.title).toBe('No proposal with this number')
  })

  it('marks what is expedited and what was converted when its expedited round failed', () => {
    expect(rowOf(355)?.text).toContain('expedited')
    expect(rowOf(355)?.text).not.toContain('converted')
    for (const { id, converted_from_expedited: isConverted } of steady.voting) {
      expect([id, rowOf(id)?.text.includes('converted from expedited')]).toEqual([id, isConverted])
    }
    expect(rowOf(354)?.text).toContain('converted from expedited')
    expect(rowOf(352)?.text).toContain('converted from expedited')
  })

  it("gives the chain's reason where one failed", () => {
    expect(rowOf(343)?.text).toContain('upgrade cannot be scheduled in the past: invalid request')
  })

  it('shows no turnout of a tally that cannot be', () => {
    for (const id of [235, 243, 246, 296, 308, 317, 323, 334]) {
      expect(rowOf(id)?.text).not.toMatch(/-?\d\.\d\s?% yes/)
    }
  })

  it('has done nothing that a page should not', () => {
    expect(seen.noise).toEqual([])
    expect(seen.violations).toEqual([])
    expect(seen.requestsBeyond(new URL(bed.server.url).origin)).toEqual([])
  })
})

describe('finding a proposal', () => {
  it('filters by status and keeps the choice in the URL', async () => {
    await visit('/proposals')
    const chips = seen.page.getByRole('group', { name: 'Status' })
    await chips.getByRole('button', { name: /Failed/ }).click()
    await urlSays({ status: 'failed' })
    const failed = newestFirst.filter((id) => statusOf(id) === 'Failed')
    await expect.poll(async () => idsOf(await collectRows(seen.page))).toEqual(failed)
    await chips.getByRole('button', { name: /Deposit/ }).click()
    await urlSays({ status: 'deposit,failed' })
    await expect.poll(async () => idsOf(await collectRows(seen.page))).toEqual([350, ...failed])
  })

  it.each([
    ['a number', '343', [343]],
    ['words of a title, in any case', 'VETOED nonsense', [352]],
    ['a proposer', 'akash1sljdqjprx5s977aq0tkesln2ks2dh44xc90aj2', undefined],
  ])('searches for %s', async (_, text, expected) => {
    await visit('/proposals')
    await seen.page.getByRole('textbox', { name: /^Search by number, title/ }).fill(text)
    await urlSays({ q: text })
    const byProposer = newestFirst.filter((id) => recorded.get(id)?.proposer === text)
    await expect
      .poll(async () => idsOf(await collectRows(seen.page)))
      .toEqual(expected ?? byProposer)
  })

  it('filters by kind', async () => {
    await visit('/proposals?status=voting')
    await seen.page.getByRole('combobox', { name: 'Kind' }).selectOption('cancel upgrade')
    await expect.poll(async () => idsOf(await collectRows(seen.page))).toEqual([345])
  })

  it('sorts by number, title and end, both ways', async () => {
    await visit('/proposals')
    const heading = (name: string) =>
      seen.page.getByRole('columnheader', { name }).getByRole('button')
    await heading('No.').click()
    await expect
      .poll(async () => idsOf(await collectRows(seen.page)))
      .toEqual([...newestFirst].reverse())
    await heading('Title').click()
    await urlSays({ sort: 'title', dir: 'asc' })
    const titles = (await collectRows(seen.page)).flatMap(({ title, href }) =>
      href === null ? [] : [title],
    )
    const order = new Intl.Collator('en').compare
    expect(titles).toHaveLength(196)
    expect(titles).toEqual([...titles].sort(order))
    await heading('Ends, ended').click()
    await urlSays({ sort: 'ends', dir: null })
    const ends = idsOf(await collectRows(seen.page)).map(endOf)
    expect(ends).toEqual([...ends].sort().reverse())
    await expect
      .poll(() =>
        seen.page.getByRole('columnheader', { name: 'Ends, ended' }).getAttribute('aria-sort'),
      )
      .toBe('descending')
  })

  it('says when nothing matches, and what to do', async () => {
    await visit('/proposals?q=no+such+words')
    await seen.page.getByText('No proposal matches').waitFor()
    await seen.page.getByText('Take a filter away, or search for another word.').waitFor()
  })

  it('shows another reader of the link the same', async () => {
    const link = new URL(
      '/proposals?status=rejected,failed&q=upgrade&sort=ends&dir=asc',
      bed.server.url,
    )
    await visit(link.href)
    const own = await collectRows(seen.page)
    const other = await openPage(bed.browser)
    await other.page.goto(link.href)
    await waitForWholeList(other.page)
    expect((await collectRows(other.page)).map(({ text }) => text)).toEqual(
      own.map(({ text }) => text),
    )
    const pressed = other.page.getByRole('button', { pressed: true })
    expect(await pressed.count()).toBe(2)
    expect(await other.page.getByRole('textbox').inputValue()).toBe('upgrade')
    await other.close()
  })

  it('comes back from a proposal with the same filter, at the same place', async () => {
    await visit('/proposals?status=passed')
    const link = seen.page.getByRole('link', { name: recorded.get(200)?.title ?? '' }).first()
    for (let step = 0; step < 20 && !(await link.isVisible()); step += 1) {
      await seen.page.mouse.wheel(0, 800)
      await seen.page.waitForTimeout(50)
    }
    await link.click()
    await seen.page.getByRole('heading', { level: 1 }).waitFor()
    await seen.page.waitForURL(/\/proposals\/\d+$/)
    const address = seen.page.url()
    await expect.poll(() => seen.page.evaluate(() => window.scrollY)).toBe(0)
    await seen.page.goBack()
    await seen.page.waitForURL('**/proposals?status=passed')
    const own = seen.page.locator(`a[href="${new URL(address).pathname}"]`)
    await expect.poll(() => own.isVisible()).toBe(true)
    await expect.poll(() => seen.page.evaluate(() => window.scrollY)).toBeGreaterThan(800)
  })
})

describe('the list as a file', () => {
  it('holds the rows shown, in their order, with exact numbers and the height they were read at', async () => {
    await visit('/proposals?sort=id&dir=asc')
    const table = await saveCsv(seen)
    expect(table.name).toBe('proposals-skydev-1-27400494.csv')
    expect(table.rows.map(({ id }) => Number(id))).toEqual([...newestFirst].reverse())
    const live = new Map(steady.voting.map(({ id, tally }) => [id, tally]))
    for (const row of table.rows) {
      const id = Number(row.id)
      const known = recorded.get(id)
      const tally = live.get(id)
      expect(row).toMatchObject({
        status: known?.status,
        proposer: known?.proposer,
        expedited: known?.expedited ? 'yes' : 'no',
        totalDeposit: known?.totalDeposit.map((coin) => coin.replace(' ', '')).join('; '),
        failedReason: known?.failedReason,
        chainId: 'skydev-1',
        listHeight: '27400494',
      })
      const [yes, abstain, no, veto] = tally
        ? [tally.yes_count, tally.abstain_count, tally.no_count, tally.no_with_veto_count]
        : (known?.finalTally ?? [])
      expect([id, row.tallyIs, row.yes, row.abstain, row.no, row.noWithVeto]).toEqual([
        ...[id, tally ? 'live' : 'final'],
        ...[yes, abstain, no, veto],
      ])
    }
    expect(table.rows.find(({ id }) => id === '354')?.converted).toBe('yes')
  })

  it('runs nothing in a spreadsheet: what would be a formula there is kept as text', async () => {
    const formula = '=HYPERLINK("http://127.0.0.1:9/","open")'
    const node = await startMisbehavingNode(async (call, ask) => {
      const answer = await ask(call)
      if (queryPath(call) !== '/cosmos.gov.v1.Query/Proposals') return answer
      const page = splitPage(bytesIn(answer))
      const proposals = page.proposals.map((bytes) =>
        idOf(bytes) === 355n
          ? Proposal.encode({ ...Proposal.decode(bytes), title: formula }).finish()
          : bytes,
      )
      return valueAnswer(joinPage({ ...page, proposals }), queryHeight(call))
    })
    const server = await bed.serve([node.url])
    await visit(`${server.url}proposals?q=355`)
    await seen.page.getByText(formula).waitFor()
    const [row] = (await saveCsv(seen)).rows
    expect(row?.title).toBe(`'${formula}`)
    await node.close()
  })

  it('holds only what the filter leaves', async () => {
    await visit('/proposals?status=deposit')
    expect((await saveCsv(seen)).rows.map(({ id }) => id)).toEqual(['350'])
  })
})

function statusOf(id: number): string {
  return STATUS_WORDS[recorded.get(id)?.status ?? ''] ?? 'no status'
}

/** When the list says a proposal ends: its vote, or the time for its deposit. */
function endOf(id: number): string {
  const [, depositEnds, , votingEnds] = recorded.get(id)?.times ?? []
  return votingEnds ?? depositEnds ?? ''
}

async function saveCsv({ page }: WatchedPage) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const [header = [], ...lines] = parseCsv(await readFile(await download.path(), 'utf8'))
  const rows = lines.map(
    (cells): Record<string, string> =>
      Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
  )
  return { name: download.suggestedFilename(), rows }
}

/** RFC 4180, by hand, so that what the app writes is not read by what wrote it. */
function parseCsv(text: string): string[][] {
  const table: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (match === null) throw new Error(`not CSV from ${cell.lastIndex} on`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    table.push(row)
    row = []
  }
  return table
}
