import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import {
  answerShape,
  NodeShape,
  ProposalRowShape,
  ProposalShape,
} from '../../src/cli/skylight/shapes.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { connectTo, readWholeList } from './reading.ts'
import {
  RECORDINGS,
  readRecordedProposals,
  textsOfRecorded,
  textsOfRow,
} from './recorded-proposals.ts'
import { parseCsv, runSkylight, spawnSkylight } from './run-skylight.ts'
import { readTruth } from './truth.ts'

const truth = readTruth().steady
const TIMEOUT_MS = 30_000

let node: ReplayNode
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
})
afterAll(() => node.close())

describe('skylight as a process', { timeout: TIMEOUT_MS }, () => {
  it('writes the whole answer and nothing else to stdout, however long it is', async () => {
    const args = ['proposals', '--rpc', node.url, '--format', 'json'] as const
    const spawned = await spawnSkylight(...args)
    expect(spawned).toEqual(await runSkylight(...args))
    expect(spawned.stdout.length).toBeGreaterThan(65_536)
  })

  it('ends with the code of a mistake, and says it on stderr', async () => {
    const { exitCode, stdout, stderr } = await spawnSkylight('proposal', 'x', '--rpc', node.url)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })
})

describe('skylight proposals', { timeout: TIMEOUT_MS }, () => {
  it('prints as JSON what another route counted, in the documented form', async () => {
    const { provenance, data } = await proposalsJson()
    expect(data.map(({ id }) => id)).toEqual(truth.proposal_ids.toSorted((a, b) => b - a))
    const counts: Record<string, number> = {}
    for (const { status } of data) counts[status ?? ''] = (counts[status ?? ''] ?? 0) + 1
    expect(counts).toEqual(truth.proposals_by_status)
    expect(provenance).toEqual({
      chainId: 'skydev-1',
      height: 27_400_494,
      time: '2026-11-21T03:05:19.878396608Z',
      endpoint: node.url,
      query: '/cosmos.gov.v1.Query/Proposals',
    })
  })

  it('prints the same as the list reads, and as cosmjs-types decodes it', async () => {
    const { data } = await proposalsJson()
    const { rows } = await readWholeList(connectTo(node.url))
    const read = rows.filter((row) => row.kind === 'proposal').map(textsOfRow)
    const recorded = readRecordedProposals('steady').map(textsOfRecorded).toReversed()
    for (const expected of [read, recorded]) {
      expect(data.map(textsOfJson)).toEqual(expected.map(withoutTexts))
    }
  })

  it('has live tallies of open votes, and tells conversions where it can', async () => {
    const { data } = await proposalsJson()
    const live = new Map(data.map(({ id, liveTally }) => [id, liveTally]))
    for (const { id, tally } of truth.voting) {
      expect(live.get(id)).toEqual({
        yes: tally.yes_count,
        abstain: tally.abstain_count,
        no: tally.no_count,
        noWithVeto: tally.no_with_veto_count,
      })
    }
    expect(data.filter(({ liveTally }) => liveTally !== null)).toHaveLength(8)
    const converted = new Map(data.map((row) => [row.id, row.converted]))
    for (const { id, converted_from_expedited: isConverted } of truth.voting) {
      expect(converted.get(id)).not.toBe(!isConverted)
      if (isConverted) expect(converted.get(id)).toBe(true)
    }
  })

  it('prints the same rows as CSV', async () => {
    const { data } = await proposalsJson()
    const { exitCode, stdout } = await runSkylight(
      'proposals',
      '--rpc',
      node.url,
      '--format',
      'csv',
    )
    expect(exitCode).toBe(0)
    const [header, ...rows] = parseCsv(stdout)
    expect(header?.slice(0, 7)).toEqual([
      'id',
      'status',
      'title',
      'expedited',
      'converted',
      'failedReason',
      'votingEndsAt',
    ])
    expect(rows.map((row) => [row[0], row[1], row[5], row[6]])).toEqual(
      data.map((row) => [row.id.toString(), row.status, row.failedReason, row.votingEndsAt ?? '']),
    )
    // A title a spreadsheet would run is prefixed; every other one is as on chain.
    const titles = data.map(({ title }) => (/^[=+\-@\t\r]/.test(title ?? '') ? `'${title}` : title))
    expect(rows.map((row) => row[2])).toEqual(titles)
  })

  it('prints a table by default, a line for each proposal, and says where it is from', async () => {
    const { exitCode, stdout, stderr } = await runSkylight('proposals', '--rpc', node.url)
    expect([exitCode, stderr]).toEqual([0, ''])
    const lines = stdout.split('\n')
    const ids = lines.flatMap((line) => /^(\d+) +PROPOSAL_STATUS_/.exec(line)?.[1] ?? [])
    expect(ids.map(Number)).toEqual(truth.proposal_ids.toSorted((a, b) => b - a))
    expect(lines.slice(-3)).toEqual([
      'skydev-1 at height 27400494, 2026-11-21T03:05:19.878396608Z',
      `/cosmos.gov.v1.Query/Proposals from ${node.url}`,
      '',
    ])
    // Neither controls nor marks that reorder what follows reach the terminal.
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
  })

  it('reads the height asked for, and no other', async () => {
    const at = (height: string) =>
      runSkylight('proposals', '--rpc', node.url, '--height', height, '--format', 'json')
    const [there, ahead, unrecorded] = await Promise.all([
      at('27400494'),
      at('99999999'),
      at('27400300'),
    ])
    expect([there.exitCode, JSON.parse(there.stdout).provenance.height]).toEqual([0, 27_400_494])
    expect([ahead.exitCode, ahead.stdout]).toEqual([1, ''])
    expect(ahead.stderr).toMatch(
      /^http:\S+ has not reached height 99999999 yet; choose an earlier one, wait or use another endpoint\.\n/,
    )
    expect([unrecorded.exitCode, unrecorded.stdout]).toEqual([3, ''])
    expect(unrecorded.stderr).toMatch(
      new RegExp(`^${node.url} plays a recording that does not hold this answer\\.\n`),
    )
  })
})

describe('skylight proposal', { timeout: TIMEOUT_MS }, () => {
  it('prints one proposal with every message as rows, in the documented form', async () => {
    for (const id of [353, 326]) {
      const { exitCode, stdout, stderr } = await runSkylight(
        ...['proposal', id.toString(), '--rpc', node.url, '--format', 'json'],
      )
      expect([exitCode, stderr]).toEqual([0, ''])
      const { provenance, data } = z.parse(answerShape(ProposalShape), JSON.parse(stdout))
      const recorded = readRecordedProposals('steady')
        .map(textsOfRecorded)
        .find((proposal) => proposal.id === id.toString())
      if (recorded === undefined) throw new Error(`#${id} was not recorded`)
      expect(textsOfJson(data)).toEqual(withoutTexts(recorded))
      expect([data.summary, data.metadata]).toEqual([recorded.summary, recorded.metadata])
      expect(data.messages.map(({ typeUrl }) => typeUrl)).toEqual(
        recorded.messages.map(([typeUrl]) => typeUrl),
      )
      expect(provenance).toMatchObject({
        query: '/cosmos.gov.v1.Query/Proposal',
        height: 27_400_494,
      })
    }
  })

  it('shows deposits, what is missing to the minimum, and messages', async () => {
    const { stdout } = await runSkylight('proposal', '350', '--rpc', node.url, '--format', 'json')
    const { data } = z.parse(answerShape(ProposalShape), JSON.parse(stdout))
    expect(data.status).toBe('PROPOSAL_STATUS_DEPOSIT_PERIOD')
    const paid = BigInt(data.totalDeposit[0]?.amount ?? '0')
    const deposits = data.deposits?.flatMap(({ coins }) => coins) ?? []
    expect(deposits.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(paid)
    const minimum = BigInt(truth.params.min_deposit[0]?.amount ?? '0')
    expect(data.missingDeposit).toEqual([{ denom: 'uakt', amount: (minimum - paid).toString() }])
  })

  it('prints fields with their values as table and as CSV', async () => {
    const [table, csv] = await Promise.all([
      runSkylight('proposal', '#328', '--rpc', node.url),
      runSkylight('proposal', '328', '--rpc', node.url, '--format', 'csv'),
    ])
    expect([table.exitCode, table.stderr, csv.exitCode, csv.stderr]).toEqual([0, '', 0, ''])
    expect(table.stdout).toMatch(/^status +PROPOSAL_STATUS_PASSED$/m)
    expect(table.stdout).toMatch(/^messages\[0\]\.plan\.height +27,?230,?465$/m)
    const fields = new Map(parseCsv(csv.stdout).map(([field, value]) => [field, value]))
    expect(fields.get('id')).toBe('328')
    expect(fields.get('messages[0].plan.name')).toBe('v2.1.0')
  })

  it.each([
    [
      '351',
      'The chain has no proposal 351: it was cancelled by its proposer or never reached its deposit, and the chain deletes both.\n',
    ],
    ['99999', 'There is no proposal 99999 yet; the newest is 355.\n'],
  ])(
    'ends with 1 and prints nothing for %s, which the chain does not have',
    async (id, sentence) => {
      await expect(
        runSkylight('proposal', id, '--rpc', node.url, '--format', 'json'),
      ).resolves.toEqual({ exitCode: 1, stdout: '', stderr: sentence })
    },
  )
})

describe('skylight nodes', { timeout: TIMEOUT_MS }, () => {
  it('prints every endpoint it was given, those that fail too', async () => {
    const dead = 'http://127.0.0.1:9'
    const { exitCode, stdout, stderr } = await runSkylight(
      ...['nodes', '--rpc', `${dead},${node.url}`, '--format', 'json'],
    )
    expect([exitCode, stderr]).toEqual([0, ''])
    const { provenance, data } = z.parse(answerShape(z.array(NodeShape)), JSON.parse(stdout))
    expect(data).toMatchObject([
      {
        endpoint: dead,
        state: 'unreachable',
        sentence: `${dead} cannot be reached; check the address or use another endpoint.`,
        latestHeight: null,
        lag: null,
      },
      {
        endpoint: node.url,
        state: 'ok',
        chainId: 'skydev-1',
        latestHeight: 27_400_496,
        earliestHeight: 27_400_000,
        latestBlockTime: '2026-11-21T03:05:24.593682463Z',
        txIndex: 'on',
        appVersion: 'v2.1.0',
        lag: 0,
      },
    ])
    expect(provenance).toMatchObject({ chainId: 'skydev-1', height: 27_400_496, query: 'status' })
  })

  it('prints them as CSV and as a table', async () => {
    const [csv, table] = await Promise.all([
      runSkylight('nodes', '--rpc', node.url, '--format', 'csv'),
      runSkylight('nodes', '--rpc', node.url),
    ])
    const [header, row] = parseCsv(csv.stdout)
    expect(header?.slice(0, 4)).toEqual(['endpoint', 'state', 'chain', 'latest'])
    expect(row?.slice(0, 4)).toEqual([node.url, 'Up to date.', 'skydev-1', '27400496'])
    expect(table.stdout).toMatch(/Up to date\. +skydev-1 +27400496/)
    expect([csv.exitCode, table.exitCode]).toEqual([0, 0])
  })

  it('ends with 3 where none of them answers, and still prints what is wrong with each', async () => {
    const { exitCode, stdout } = await runSkylight(
      ...['nodes', '--rpc', 'http://127.0.0.1:9', '--format', 'json'],
    )
    expect(exitCode).toBe(3)
    const { provenance, data } = z.parse(answerShape(z.array(NodeShape)), JSON.parse(stdout))
    expect(provenance).toMatchObject({ chainId: null, height: null, endpoint: null })
    expect(data).toHaveLength(1)
  })

  it("says how far a node's clock and this device's differ, when the block lies in the future", async () => {
    const { exitCode, stdout } = await runSkylight(
      ...['nodes', '--rpc', node.url, '--format', 'json', '--now', '2026-11-21T03:00:00Z'],
    )
    expect(exitCode).toBe(0)
    const { data } = z.parse(answerShape(z.array(NodeShape)), JSON.parse(stdout))
    expect(data[0]).toMatchObject({
      state: 'ahead-of-clock',
      sentence:
        "Its newest block is 5 min 24 s ahead of this device's clock; set the clock right, or remaining times are wrong.",
    })
  })
})

describe('a command line that cannot be understood', { timeout: TIMEOUT_MS }, () => {
  it.each([
    ['proposal', 'abc', '"abc" is no proposal number.'],
    ['proposals', '5', 'proposals takes no "5".'],
  ])('is said to be so before anybody is asked: %s %s', async (command, rest, sentence) => {
    node.requests.reset()
    const { exitCode, stdout, stderr } = await runSkylight(command, rest, '--rpc', node.url)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', sentence])
    expect(node.requests.httpRequests).toBe(0)
  })
})

async function proposalsJson() {
  json ??= runSkylight('proposals', '--rpc', node.url, '--format', 'json')
  const { exitCode, stdout, stderr } = await json
  expect([exitCode, stderr]).toEqual([0, ''])
  return z.parse(answerShape(z.array(ProposalRowShape)), JSON.parse(stdout))
}
let json: ReturnType<typeof runSkylight> | undefined

type RowJson = z.infer<typeof ProposalRowShape>

/** What a row of JSON holds, in the words of `ProposalTexts`. */
function textsOfJson(row: RowJson) {
  const { finalTally: tally } = row
  return {
    id: row.id.toString(),
    status: row.status,
    title: row.title,
    proposer: row.proposer,
    expedited: row.expedited,
    failedReason: row.failedReason,
    totalDeposit: row.totalDeposit.map(({ denom, amount }) => `${amount} ${denom}`),
    times: [row.submittedAt, row.depositEndsAt, row.votingStartsAt, row.votingEndsAt],
    finalTally: tally && [tally.yes, tally.abstain, tally.no, tally.noWithVeto],
  }
}

/** The part of a proposal that a row of JSON holds. */
function withoutTexts(texts: ReturnType<typeof textsOfRecorded>) {
  const { summary: _, metadata: __, messages: ___, ...rest } = texts
  return rest
}
