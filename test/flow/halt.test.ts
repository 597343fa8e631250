import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { answerShape } from '../../src/cli/skylight/shapes.ts'
import { HaltShape } from '../../src/cli/skylight/upgrade-shapes.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { findEpoch } from '../../src/demo-chain/chain/world/epoch.ts'
import { findNextUpgrade } from '../../src/demo-chain/chain/world/upgrade-plans.ts'
import { createDemoEndpoints } from '../../src/demo-chain/faults/create-demo-endpoints.ts'
import { DEMO_ROLES } from '../../src/demo-chain/faults/demo-roles.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { type ServedNode, serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { parseRoundState } from '../../src/domain/upgrades/halt/parse-round-state.ts'
import { computePowerBack, type HaltValidator } from '../../src/domain/upgrades/halt/power-back.ts'
import { mergeSeenVotes, type SeenVotes } from '../../src/domain/upgrades/halt/seen-votes.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { runSkylight } from './run-skylight.ts'

const TIMEOUT_MS = 30_000
/** Refuses every connection. */
const DEAD = 'http://127.0.0.1:9'
const AnswerShape = answerShape(HaltShape)
type Halt = z.infer<typeof AnswerShape>['data']

async function readHalt(urls: readonly string[], ...more: readonly string[]): Promise<Halt> {
  const { exitCode, stdout, stderr } = await runSkylight(
    ...['halt', '--rpc', urls.join(','), '--format', 'json', ...more],
  )
  expect([exitCode, stderr]).toEqual([0, ''])
  return AnswerShape.parse(JSON.parse(stdout)).data
}

describe('skylight halt, on the recordings', { timeout: TIMEOUT_MS }, () => {
  const open: ReplayNode[] = []
  const replay = async (scene: string, as: string): Promise<string> => {
    const node = await startReplayNode({ scene: join(RECORDINGS, scene), as })
    open.push(node)
    return node.url
  }
  afterAll(() => Promise.all(open.map((node) => node.close())))

  it('cannot see who is back while only old nodes answer, whatever votes they show', async () => {
    const url = await replay('halt', 'archive')
    const halt = await readHalt([url, DEAD])
    expect(halt).toMatchObject({
      ...{ planName: 'v2.2.0', planHeight: 27_400_605, phase: 'halted' },
      ...{ height: 27_400_605, round: 0, step: 8 },
      ...{ powerBack: null, precommitPower: null, totalPower: null, missing: null },
      nodes: [
        { endpoint: url, height: 27_400_605, version: 'v2.1.0', state: 'old' },
        { endpoint: DEAD, height: null, version: null, state: 'dead' },
      ],
    })
    expect(halt.sentence).toContain('Who is back cannot be seen')
  })

  it('tells half of the power back and the 98 missing by name, beside one node that is dead', async () => {
    const [archive, pruned, nocors] = await Promise.all(
      ['archive', 'pruned', 'nocors'].map((as) => replay('halt-partial', as)),
    )
    const urls = [archive, DEAD, pruned, nocors].map((url) => url ?? '')
    const { missing, ...halt } = await readHalt(urls)
    expect(halt).toMatchObject({
      ...{ planName: 'v2.2.0', planHeight: 27_400_605, phase: 'halted' },
      ...{ height: 27_400_606, round: 0, step: 4 },
      ...{ powerBack: '66000000', precommitPower: '0', totalPower: '131999998' },
      nodes: [
        { state: 'upgraded', version: 'v2.2.0' },
        { state: 'dead' },
        { state: 'upgraded' },
        {},
      ],
    })
    expect(halt.sentence).toContain('50.0\u202f% of the power is back')
    expect(missing).toHaveLength(98)
    // One validator's moniker is blank, which is a name too.
    expect(missing?.every((one) => one.operatorAddress !== null && one.moniker !== null)).toBe(true)
    // 131,999,998 − 66,000,000, and the three that came back later lead the list.
    expect(missing?.reduce((sum, { power }) => sum + BigInt(power), 0n)).toBe(65_999_998n)
    expect(missing?.slice(0, 3).map(({ power }) => power)).toEqual([
      '19800000',
      '11880000',
      '9240000',
    ])
  })

  it('tells when it resumed and for how long it was halted, and ends a watch with that', async () => {
    const halt = await readHalt([await replay('resumed', 'archive')], '--watch')
    expect(halt).toMatchObject({ phase: 'resumed', powerBack: null, missing: null })
    expect(halt.haltedSeconds).toBeCloseTo(192.9, 1)
    expect(halt.sentence).toBe('The chain resumed at block 27,400,606, halted for 3 min 12 s.')
    expect(halt.nodes).toMatchObject([{ state: 'past', version: 'v2.2.0' }])
  })

  it('says so where the chain has no such upgrade, where nobody answers, and where it cannot watch', async () => {
    const url = await replay('halt', 'pruned')
    expect(await runSkylight('halt', 'v9/../9"', '--rpc', url)).toMatchObject({ exitCode: 1 })
    expect(await runSkylight('halt', '--rpc', DEAD)).toMatchObject({ exitCode: 3 })
    expect(await runSkylight('halt', 'a', 'b', '--rpc', url)).toMatchObject({ exitCode: 2 })
    expect(await runSkylight('nodes', '--watch', '--rpc', url)).toMatchObject({ exitCode: 2 })
  })
})

describe('the recorded series of consensus states', () => {
  it('goes 0.50, 0.65, 0.74 and never falls before 27,400,607, though a round began with 0.28', () => {
    const shares: string[] = []
    let seen: SeenVotes | undefined
    let before = 0n
    for (const line of readSeries()) {
      const parsed = parseRoundState(line.response.result)
      if (parsed.kind !== 'round-state') throw new Error(`no ${parsed.missing}`)
      seen = mergeSeenVotes(seen, parsed.state)
      if (seen.height > 27_400_606n) break
      const power = computePowerBack(seen, SET)
      expect(power.kind).toBe('seen')
      expect(power.back).toBeGreaterThanOrEqual(before)
      before = power.back
      shares.push((Number(power.back) / Number(power.total)).toFixed(2))
    }
    expect(shares).toEqual(['0.50', '0.65', ...Array(6).fill('0.74')])
  })
})

/** The set of 27,400,606 as it was recorded. */
const SET: readonly HaltValidator[] = readRecording(
  'halt-partial/047-validators-27400606.json.gz',
).response.result.validators.map(
  ({ address, voting_power }: { readonly address: string; readonly voting_power: string }) => ({
    address,
    power: BigInt(voting_power),
    operatorAddress: undefined,
    moniker: undefined,
    label: undefined,
  }),
)

function readSeries() {
  return gunzipSync(readFileSync(join(RECORDINGS, 'halt-partial/consensus-series.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function readRecording(name: string) {
  return JSON.parse(gunzipSync(readFileSync(join(RECORDINGS, name))).toString())
}

describe('skylight halt, on the demo chain', { timeout: TIMEOUT_MS }, () => {
  let nowMs = Date.UTC(2026, 10, 21, 9)
  const now = () => new Date(nowMs)
  const ledger = createLedger(createDemoScript({ now: now() }), now)
  const planHeight = findNextUpgrade(findEpoch(now(), 1), ledger.tip()) ?? 0n
  let nodes: readonly ServedNode[]
  let urls: readonly string[]
  beforeAll(async () => {
    const endpoints = createDemoEndpoints({ ledger, specs: DEMO_ROLES, now })
    nodes = await Promise.all(endpoints.map(({ server }) => serveNode(server)))
    urls = nodes.map(({ url }) => url)
  })
  afterAll(() => Promise.all(nodes.map((node) => node.close())))
  const states = ({ nodes: told }: Halt) => told.map(({ state }) => state)

  it('counts down, halts, sees the first back, loses a node, and resumes', async () => {
    nowMs = ledger.timeOf(planHeight - 10n).getTime()
    const ahead = await readHalt(urls)
    expect(ahead).toMatchObject({ phase: 'countdown', planHeight: Number(planHeight) })
    expect(states(ahead)).toEqual(['before', 'before', 'before'])
    nowMs = ledger.timeOf(planHeight).getTime() + 1
    expect(ledger.tip()).toBe(planHeight)
    const haltMs = ledger.timeOf(planHeight + 1n).getTime()
    const at = async (seconds: number) => {
      nowMs = haltMs + seconds * 1000
      return readHalt(urls)
    }
    const begun = await at(5)
    expect([states(begun), begun.powerBack]).toEqual([['old', 'old', 'old'], null])
    const gone = await at(30)
    expect([states(gone), gone.powerBack]).toEqual([['old', 'old', 'dead'], null])
    const seen = await at(60)
    expect(states(seen)).toEqual(['upgraded', 'old', 'dead'])
    const later = await at(200)
    expect(states(later)).toEqual(['upgraded', 'upgraded', 'upgraded'])
    expect(Number(later.powerBack)).toBeGreaterThan(Number(seen.powerBack))
    expect(Number(seen.powerBack)).toBeGreaterThan(0)
    expect(later.missing?.length).toBeLessThan(seen.missing?.length ?? 0)
    const resumed = await at(300)
    expect(resumed).toMatchObject({ phase: 'resumed', planName: ahead.planName })
    expect(resumed.haltedSeconds).toBeGreaterThan(230)
    expect(resumed.haltedSeconds).toBeLessThan(260)
    expect(states(resumed)).toEqual(['past', 'past', 'past'])
  })
})
