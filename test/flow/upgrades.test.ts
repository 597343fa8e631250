import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createMemoryUpgradeTimesArchive } from '../../src/archive/upgrade-times.ts'
import {
  MsgCancelUpgrade,
  MsgSoftwareUpgrade,
} from '../../src/chain/proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import type { Any } from '../../src/chain/proto/generated/google/protobuf/any.ts'
import { answerShape } from '../../src/cli/skylight/shapes.ts'
import { UpgradeRowShape, UpgradeShape } from '../../src/cli/skylight/upgrade-shapes.ts'
import type { ChainLedger } from '../../src/demo-chain/chain/ledger.ts'
import { GOV_ACCOUNT } from '../../src/demo-chain/chain/module-account.ts'
import type { TimedAction } from '../../src/demo-chain/chain/script.ts'
import {
  at,
  createSmallLedger,
  START,
  START_HEIGHT,
  submitting,
  upgradeMessage,
  voting,
} from '../../src/demo-chain/chain/testing/small-script.ts'
import { createDemoEndpoints } from '../../src/demo-chain/faults/create-demo-endpoints.ts'
import { startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { serveNode } from '../../src/demo-chain/http/serve-node.ts'
import type { DemoNodeOptions } from '../../src/demo-chain/node/node-options.ts'
import { readUpgrades } from '../../src/queries/read-upgrades.ts'
import { createFakeChain } from '../fake-chain.ts'
import { connectTo } from './reading.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { runSkylight } from './run-skylight.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const Truth = z.object({
  upgrades_applied: z.array(z.object({ name: z.string(), height: z.number() })),
})
const truth = z
  .object({
    steady: Truth,
    resumed: z.extend(Truth, {
      upgrade_downtime_seconds: z.record(z.string(), z.object({ seconds: z.number() })),
    }),
  })
  .parse(JSON.parse(readFileSync(join(RECORDINGS, 'truth.json'), 'utf8')))

async function replay(scene: string) {
  const node = await startReplayNode({ scene: join(RECORDINGS, scene) })
  closers.push(() => node.close())
  return node
}

async function upgradesJson(...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await runSkylight('upgrades', '--format', 'json', ...args)
  expect([exitCode, stderr]).toEqual([0, ''])
  return answerShape(z.array(UpgradeRowShape)).parse(JSON.parse(stdout))
}

type Rows = Awaited<ReturnType<typeof upgradesJson>>['data']

const namesOf = (rows: Rows) =>
  rows
    .filter(({ state }) => state === 'applied')
    .map(({ name, height }) => ({ name, height }))
    .toReversed()

/** Newest first; reviewed against the sources named in the registry. */
const APPLIED_LINKS = [
  ['v2.1.0', [82], ['sig-chain', 'sig-support']],
  ['v2.0.0', [76, 78, 80, 81], ['sig-chain', 'sig-economics', 'sig-providers']],
  ['v1.2.0', [39], ['sig-chain', 'sig-support']],
  ['v1.1.0', [], ['sig-chain']],
  ['v1.0.0', [30, 39, 75], ['sig-chain', 'sig-providers', 'sig-support']],
  ['v0.38.0', [61], ['sig-chain']],
  ['v0.36.0', [], ['sig-chain']],
  ['v0.34.0', [], ['sig-chain']],
  ['v0.32.0', [], ['sig-chain']],
  ['v0.30.0', [], ['sig-chain']],
  ['v0.28.0', [], ['sig-chain']],
  ['v0.26.0', [], ['sig-chain']],
  ['v0.24.0', [23, 24], ['sig-chain', 'sig-economics', 'wg-gpu']],
  ['v0.20.0', [], []],
  ['v0.18.0', [17], []],
  ['akash_v0.15.0_cosmos_v0.44.x', [15], []],
  ['akashnet-2-upgrade-1', [14], []],
]

describe('skylight upgrades on the recordings', () => {
  it('has every applied upgrade of `steady`, and every plan that was not, by its proposal', async () => {
    const { data, provenance } = await upgradesJson('--rpc', (await replay('steady')).url)
    expect(provenance.height).toBe(27_400_494)
    expect(namesOf(data)).toEqual(truth.steady.upgrades_applied)
    const others = data.filter(({ state }) => state !== 'applied')
    expect(
      others.map(({ proposalId, name, height, state }) => [proposalId, name, height, state]),
    ).toEqual([
      [342, 'v2.2.0', 27_400_605, 'scheduled'],
      [344, 'v2.3.0', 27_800_129, 'in-vote'],
      [345, 'v2.2.0', 27_400_605, 'cancellation-in-vote'],
      [343, 'v2.1.9', 27_400_189, 'failed'],
      [327, 'v2.1.0', 27_100_000, 'rejected'],
      [309, 'v1.0.5', 23_950_000, 'failed'],
    ])
    const v210 = data.find(({ name, state }) => name === 'v2.1.0' && state === 'applied')
    expect(v210).toMatchObject({ proposalId: 328, time: '2026-06-11', timeSource: 'known-day' })
  })

  it('ties every applied upgrade of `steady` to the AEPs it delivered and the groups behind it, and no others', async () => {
    const { data } = await upgradesJson('--rpc', (await replay('steady')).url)
    const applied = data.filter(({ state }) => state === 'applied')
    expect(applied.map(({ name, aeps, sigs }) => [name, aeps, [...sigs].sort()])).toEqual(
      APPLIED_LINKS,
    )
    const others = data.filter(({ state }) => state !== 'applied')
    expect(others.map(({ proposalId, aeps, sigs }) => [proposalId, aeps, sigs])).toEqual([
      [342, [83], ['sig-chain']],
      [344, [], ['sig-chain']],
      [345, [], []],
      [343, [], []],
      [327, [], []],
      [309, [], []],
    ])
  })

  it('dates what every node has pruned from what is on record, names that source, and invents nothing', async () => {
    const { data } = await upgradesJson('--rpc', (await replay('steady')).url)
    for (const { name, state, time, timeSource, downtimeSeconds } of data) {
      expect(downtimeSeconds).toBeNull()
      if (state !== 'applied') expect([time, timeSource]).toEqual([null, null])
      // Of the first upgrade no date is on record anywhere.
      else if (name === 'akashnet-2-upgrade-1')
        expect([time, timeSource]).toEqual([null, 'not-known'])
      else expect([time?.slice(0, 2), timeSource]).toEqual(['20', 'known-day'])
    }
  })

  it('measures the recorded halt: 18 applied, 192.9 s, agreed on in round 2', async () => {
    const { url } = await replay('resumed')
    const pin = ['--rpc', url, '--height', '27400731'] as const
    const { data } = await upgradesJson(...pin)
    expect(namesOf(data)).toEqual(truth.resumed.upgrades_applied)
    const [newest] = data.filter(({ state }) => state === 'applied')
    expect(newest).toMatchObject({ name: 'v2.2.0', proposalId: 342, timeSource: 'header' })
    expect(newest?.time).toMatch(/^2026-11-21T03:08:45\.3/)
    expect(newest?.downtimeSeconds).toBeCloseTo(
      truth.resumed.upgrade_downtime_seconds['v2.2.0']?.seconds ?? 0,
      2,
    )
    expect(newest?.downtimeSeconds).toBeCloseTo(192.9, 1)
    const one = await runSkylight('upgrade', 'v2.2.0', '--format', 'json', ...pin)
    const { data: upgrade } = answerShape(UpgradeShape).parse(JSON.parse(one.stdout))
    expect(upgrade).toMatchObject({ state: 'applied', round: 2, isVoteAfterHeight: false })
    expect(upgrade.leadSeconds).toBeCloseTo(634.2, 1)
  })

  it('is not fooled by what was applied after the height that was asked for', async () => {
    const { url } = await replay('steady')
    const { data } = await upgradesJson('--rpc', url, '--height', '27400494')
    expect(data[0]).toMatchObject({ name: 'v2.2.0', state: 'scheduled' })
  })

  it('reads all of it in few requests: header times in two batches', async () => {
    const node = await replay('steady')
    await readUpgrades(connectTo(node.url))
    const asking = (method: string) =>
      node.requests.entries.filter(({ body }) => body.includes(`"${method}"`)).length
    expect(asking('blockchain')).toBe(2)
    // Where no header is to be had, nobody asks for the commit beside it.
    expect(asking('commit')).toBe(0)
    expect(node.requests.httpRequests).toBeLessThanOrEqual(10)
  })
})

describe('skylight upgrade <name>', () => {
  it('tells both proposals for a name, the one that carries it first', async () => {
    const { url } = await replay('steady')
    const { stdout } = await runSkylight('upgrade', 'v2.1.0', '--rpc', url, '--format', 'json')
    const { data } = answerShape(UpgradeShape).parse(JSON.parse(stdout))
    expect(data.requests.map(({ proposalId, state }) => [proposalId, state])).toEqual([
      [328, 'applied'],
      [327, 'rejected'],
    ])
    expect(data.leadDays).toBe(1)
  })

  it('says so where the vote is on record as ending after the height, and gives no negative time', async () => {
    const { url } = await replay('steady')
    const { stdout } = await runSkylight('upgrade', 'v1.1.0', '--rpc', url, '--format', 'json')
    const { data } = answerShape(UpgradeShape).parse(JSON.parse(stdout))
    expect([data.isVoteAfterHeight, data.leadDays, data.leadSeconds]).toEqual([true, null, null])
  })

  it.each([
    ['v9.9.9', 1, 'no upgrade plan named "v9.9.9"'],
    ['../"\u001b[31m', 1, 'no upgrade plan named'],
    ['', 2, 'Which upgrade? Give its name.'],
  ])('knows none named %j and ends with code %i', async (name, code, words) => {
    const { url } = await replay('steady')
    const { exitCode, stdout, stderr } = await runSkylight('upgrade', name, '--rpc', url)
    expect([exitCode, stdout]).toEqual([code, ''])
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('\u001b')
  })
})

/** Seconds; the small chain's votes last ten minutes. */
const VOTE = 600

const CANCEL: Any = {
  typeUrl: '/cosmos.upgrade.v1beta1.MsgCancelUpgrade',
  value: MsgCancelUpgrade.encode({ authority: GOV_ACCOUNT }).finish(),
}

/** A proposal that everybody votes for. */
function passing(seconds: number, key: string, message: Any): readonly TimedAction[] {
  return [
    at(seconds, submitting(key, { messages: [message] })),
    at(seconds + 30, voting(key, 'ann', 1)),
    at(seconds + 30, voting(key, 'ben', 1)),
  ]
}

/** A height some seconds after the first block, which come every six. */
const heightAfter = (seconds: number) => START_HEIGHT + Math.round(seconds / 6)

/** Nodes of a small world, each of which keeps what it is told to. */
async function serveWorld(
  ledger: ChainLedger,
  nodes: readonly Omit<DemoNodeOptions, 'moniker'>[] = [{}],
): Promise<readonly string[]> {
  const { now } = ledger
  const specs = nodes.map((node, index) => ({ name: `node ${index}`, node }))
  const endpoints = createDemoEndpoints({ ledger, specs, now })
  const served = await Promise.all(endpoints.map(({ server }) => serveNode(server)))
  closers.push(...served.map((node) => () => node.close()))
  return served.map(({ url }) => url)
}

async function statesOf(ledger: ChainLedger) {
  const [url = ''] = await serveWorld(ledger)
  const { data } = await upgradesJson('--rpc', url, '--now', ledger.now().toISOString())
  return data.map(({ name, state, proposalId }) => [proposalId, name, state])
}

describe('plans of demo worlds', () => {
  const plan = (name: string, seconds: number) => upgradeMessage(name, heightAfter(seconds))

  it('are applied with the time the chain stood still', async () => {
    const ledger = createSmallLedger(
      {
        actions: passing(10, 'up', plan('v3', 1_200)),
        halts: [{ planName: 'v3', durationMs: 240_000 }],
      },
      2_400,
    )
    const [url = ''] = await serveWorld(ledger)
    const { data } = await upgradesJson('--rpc', url)
    expect(data).toMatchObject([{ name: 'v3', state: 'applied', timeSource: 'header' }])
    // The halt and the block after it.
    expect(data[0]?.downtimeSeconds).toBeGreaterThan(240)
    expect(data[0]?.downtimeSeconds).toBeLessThan(260)
  })

  it('are cancelled by a later message', async () => {
    const actions = [...passing(10, 'up', plan('v3', 3_000)), ...passing(300, 'no', CANCEL)]
    expect(await statesOf(createSmallLedger({ actions }, 300 + VOTE + 300))).toEqual([
      [1, 'v3', 'cancelled'],
      [2, 'v3', 'cancellation-passed'],
    ])
  })

  it('are superseded by a later plan before their height', async () => {
    const actions = [
      ...passing(10, 'first', plan('v3', 3_000)),
      ...passing(300, 'second', plan('v4', 6_000)),
    ]
    expect(await statesOf(createSmallLedger({ actions }, 300 + VOTE + 300))).toEqual([
      [2, 'v4', 'scheduled'],
      [1, 'v3', 'superseded'],
    ])
  })

  it('are called skipped where their height went by and the store has neither them nor a replacement', async () => {
    // The state of a chain whose validators passed the plan by: a proposal that passed, and no plan since.
    const told = createSmallLedger({ actions: passing(10, 'up', plan('v3', 900)) }, VOTE + 60)
    const [passed] = told.stateAt(told.tip()).proposals()
    if (passed === undefined) throw new Error('there is no proposal')
    const ledger = createSmallLedger(
      { actions: [], genesis: { proposals: [passed], nextProposalId: passed.id + 1n } },
      1_800,
    )
    expect(await statesOf(ledger)).toEqual([[1, 'v3', 'skipped']])
  })

  it('may share a name, carry quotes and slashes, and ask for any 64-bit height', async () => {
    const name = `../"'<b>${'x'.repeat(200)}`
    const plan = {
      name,
      height: 2n ** 62n,
      info: '',
      time: undefined,
      upgradedClientState: undefined,
    }
    const huge: Any = {
      typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
      value: MsgSoftwareUpgrade.encode({ authority: GOV_ACCOUNT, plan }).finish(),
    }
    const actions = [
      at(10, submitting('up', { messages: [huge] })),
      at(20, submitting('again', { messages: [huge] })),
    ]
    const [url = ''] = await serveWorld(createSmallLedger({ actions }, 120))
    const { data } = await upgradesJson('--rpc', url)
    expect(data.map(({ name: told, height, state }) => [told, height, state])).toEqual([
      [name, '4611686018427387904', 'in-vote'],
      [name, '4611686018427387904', 'in-vote'],
    ])
  })
})

describe('a ledger on nodes that prune', () => {
  const ledger = () =>
    createSmallLedger(
      {
        actions: passing(10, 'up', upgradeMessage('v3', heightAfter(1_200))),
        genesis: {
          appliedUpgrades: [
            { name: 'v2.0.0', height: 26_063_777n },
            { name: 'v0.1.0', height: 10n },
          ],
        },
      },
      4_800,
    )

  it('has every row, each with the source of its date or without one, and no date of 1970', async () => {
    const small = createSmallLedger(
      {
        actions: passing(10, 'up', upgradeMessage('v3', heightAfter(1_200))),
        genesis: { appliedUpgrades: [{ name: 'v0.1.0', height: 10n }] },
      },
      4_800,
    )
    const [url = ''] = await serveWorld(small, [{ keepBlocks: 100n, keepStates: 100n }])
    const { data } = await upgradesJson('--rpc', url)
    expect(data.map(({ name, time, timeSource }) => [name, time, timeSource])).toEqual([
      ['v3', null, 'not-known'],
      ['v0.1.0', null, 'not-known'],
    ])
  })

  it('asks the nodes that reach further back for what the first has pruned', async () => {
    const urls = await serveWorld(ledger(), [{ keepBlocks: 100n, keepStates: 100n }, {}])
    const { data } = await upgradesJson('--rpc', urls.join(','))
    expect(data.find(({ name }) => name === 'v3')).toMatchObject({ timeSource: 'header' })
  })

  it('keeps the times it was told, so that a node which has pruned them need not be asked again', async () => {
    const archive = createMemoryUpgradeTimesArchive()
    const small = ledger()
    const [pruned = '', whole = ''] = await serveWorld(small, [{ keepBlocks: 100n }, {}])
    const read = async (url: string) => {
      const chain = createFakeChain(connectTo(url).transport, {
        openUpgradeTimes: async () => archive,
        now: small.now,
      })
      const { records } = await readUpgrades(chain)
      return records.find(({ row }) => row.plan.name === 'v3')
    }
    const first = await read(whole)
    const second = await read(pruned)
    expect(first?.date).toMatchObject({ kind: 'dated', date: { kind: 'header' } })
    expect(second?.date).toEqual(first?.date)
    expect(second?.downtimeMs).toEqual(first?.downtimeMs)
    expect(second?.round).toEqual(first?.round)
    expect(START).toBeLessThan((await archive.load())[0]?.atMs ?? 0)
  })
})
