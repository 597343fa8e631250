import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { LinkRowShape } from '../../src/cli/build/feeds/link-row-shape.ts'
import {
  AepRowShape,
  AepShape,
  FindingShape,
  SigShape,
} from '../../src/cli/skylight/registry-shapes.ts'
import { answerShape } from '../../src/cli/skylight/shapes.ts'
import { startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { parseCsv, runOnTerminal, runSkylight } from './run-skylight.ts'

const closers: (() => Promise<void>)[] = []
let url = ''
beforeAll(async () => {
  const node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
  closers.push(() => node.close())
  url = node.url
})
afterAll(async () => {
  await Promise.all(closers.map((close) => close()))
})

async function answer<T extends z.ZodMiniType>(shape: T, ...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await runSkylight(...args, '--format', 'json')
  expect(exitCode, stderr).toBe(0)
  const parsed = answerShape(shape).parse(JSON.parse(stdout))
  return { ...parsed, stderr }
}

/** Reviewed pairs of AEP and applied upgrade on mainnet, with height and, as far as it is on record there, proposal. */
const DELIVERED = [
  [14, 'akashnet-2-upgrade-1', 455_200, null],
  [15, 'akash_v0.15.0_cosmos_v0.44.x', 5_629_650, 19],
  [17, 'v0.18.0', 8_526_250, 27],
  [23, 'v0.24.0', 12_606_074, 224],
  [24, 'v0.24.0', 12_606_074, 224],
  [61, 'v0.38.0', 20_608_553, 281],
  [30, 'v1.0.0', 23_939_793, 308],
  [39, 'v1.0.0', 23_939_793, 308],
  [75, 'v1.0.0', 23_939_793, 308],
  [39, 'v1.2.0', 25_789_395, 317],
  [76, 'v2.0.0', 26_063_777, 318],
  [78, 'v2.0.0', 26_063_777, 318],
  [80, 'v2.0.0', 26_063_777, 318],
  [81, 'v2.0.0', 26_063_777, 318],
  [82, 'v2.1.0', 27_230_465, 328],
] as const

/** Groups on record behind the applied upgrades; before 2023 there were none. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'akashnet-2-upgrade-1': [],
  'akash_v0.15.0_cosmos_v0.44.x': [],
  'v0.18.0': [],
  'v0.20.0': [],
  'v0.24.0': ['sig-chain', 'sig-economics', 'wg-gpu'],
  'v0.26.0': ['sig-chain'],
  'v0.28.0': ['sig-chain'],
  'v0.30.0': ['sig-chain'],
  'v0.32.0': ['sig-chain'],
  'v0.34.0': ['sig-chain'],
  'v0.36.0': ['sig-chain'],
  'v0.38.0': ['sig-chain'],
  'v1.0.0': ['sig-chain', 'sig-providers', 'sig-support'],
  'v1.1.0': ['sig-chain'],
  'v1.2.0': ['sig-chain', 'sig-support'],
  'v2.0.0': ['sig-chain', 'sig-economics', 'sig-providers'],
  'v2.1.0': ['sig-chain', 'sig-support'],
}

const byText = (a: readonly unknown[], b: readonly unknown[]) => (`${a}` < `${b}` ? -1 : 1)

describe('skylight links on the recorded chain', () => {
  it('has the reviewed pairs of its 17 applied upgrades and no other', async () => {
    const { data } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    const delivering = data.filter(({ relation }) => relation === 'delivers')
    const applied = delivering
      .filter(({ state }) => state === 'applied')
      .map(({ aep, upgrade, height, proposalId }) => [aep, upgrade, height, proposalId])
    // The first upgrade's proposal is on no record; the chain itself has it.
    const expected = DELIVERED.map(([aep, name, height, id]) => [aep, name, height, id ?? 4])
    expect(applied.toSorted(byText)).toEqual(expected.toSorted(byText))
    expect(
      delivering
        .filter(({ state }) => state !== 'applied')
        .map(({ aep, upgrade, state, height, proposalId }) => [
          aep,
          upgrade,
          state,
          height,
          proposalId,
        ]),
    ).toEqual([[83, 'v2.2.0', 'scheduled', 27_400_605, 342]])
  })

  it('has a class and a source for each, and never one of dates alone', async () => {
    const { data } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    for (const { evidence } of data) {
      expect(evidence.filter((one) => one.class === 'date' || one.source === '')).toEqual([])
    }
    const scheduled = data.find(({ aep, upgrade }) => aep === 83 && upgrade === 'v2.2.0')
    expect(scheduled?.evidence).toEqual([
      { class: 'explicit', source: expect.stringMatching(/^proposal 342, (title|summary)$/) },
    ])
  })

  it('leaves to mainnet what began there from a genesis file or was funded there', async () => {
    const { data, provenance, stderr } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    expect(provenance.chainId).toBe('skydev-1')
    expect(data.filter(({ launch }) => launch !== null)).toEqual([])
    expect(data.filter(({ aep }) => [8, 9, 13].includes(aep))).not.toContainEqual(
      expect.objectContaining({ relation: 'delivers' }),
    )
    expect(stderr).toContain('counts here only for the 17 upgrades')
  })

  it('has the groups on record behind each upgrade', async () => {
    const { data } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    for (const { upgrade, state, sigs, owners } of data) {
      if (upgrade === null || state !== 'applied') continue
      const ids = sigs.map(({ id }) => id).sort()
      expect([upgrade, ids]).toEqual([upgrade, GROUPS[upgrade]?.toSorted()])
      expect([upgrade, owners]).toEqual([upgrade, ids.length > 0 ? 'groups' : 'no-sig-existed'])
    }
    const { data: groups } = await answer(z.array(SigShape), 'sigs', '--rpc', url)
    const owned = (name: string) =>
      groups.filter(({ upgrades }) => upgrades.includes(name)).map(({ id }) => id)
    for (const [name, ids] of Object.entries(GROUPS)) {
      expect([name, owned(name).sort()]).toEqual([name, ids.toSorted()])
    }
    // Plans that came to nothing, or are in vote, are nobody's work.
    expect(groups.find(({ id }) => id === 'sig-chain')?.upgrades).toEqual([
      ...Object.keys(GROUPS).filter((name) => GROUPS[name]?.includes('sig-chain')),
      'v2.2.0',
    ])
  })

  it('says the same in CSV', async () => {
    const { data } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    const { stdout } = await runSkylight('links', '--rpc', url, '--format', 'csv')
    const [header, ...rows] = parseCsv(stdout)
    expect(header?.slice(0, 5)).toEqual(['aep', 'relation', 'upgrade', 'height', 'proposalId'])
    expect(rows).toHaveLength(data.length)
  })
})

describe('the tables of links, findings and groups', () => {
  it.each([80, 160, 240, 400])('have every evidence whole on %i columns', async (width) => {
    const { data } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    const { stdout } = await runOnTerminal(width, 'links', '--rpc', url)
    const [table = '', origin = ''] = stdout.split('\n\n')
    const sources = data.flatMap(({ evidence }) => evidence.map(({ source }) => source))
    const shown = table.replaceAll(/\s+/g, ' ')
    const missing = sources.filter((source) => !shown.includes(source))
    expect([missing, table.includes('…'), origin.includes('…')]).toEqual([[], false, false])
    const rows = table
      .split('\n')
      .filter((line) => /^\d+ +(delivers|mentions|funds|removes|amends)/.test(line))
    expect(rows).toHaveLength(data.length)
    // But for addresses, which are left one.
    const long = table.split('\n').filter((line) => line.length > width)
    expect(long.filter((line) => !/ \S{60,}$/.test(line))).toEqual([])
  })

  it('have a line a row where they are no terminal’s, with all of it', async () => {
    const { data } = await answer(z.array(LinkRowShape), 'links', '--rpc', url)
    const { stdout } = await runSkylight('links', '--rpc', url)
    const [table = ''] = stdout.split('\n\n')
    expect(table.split('\n')).toHaveLength(data.length + 1)
    expect(table).not.toContain('…')
  })

  it.each([80, 160])('have every explanation, and every group, on %i columns', async (width) => {
    const { data } = await answer(z.array(FindingShape), 'findings', '--rpc', url)
    const words = async (command: string) =>
      (await runOnTerminal(width, command, '--rpc', url)).stdout.replaceAll(/\s+/g, ' ')
    const findings = await words('findings')
    expect(data.filter(({ explanation }) => !findings.includes(explanation))).toEqual([])
    const { data: groups } = await answer(z.array(SigShape), 'sigs', '--rpc', url)
    const shown = await words('sigs')
    for (const { id, name, leads, upgrades } of groups) {
      for (const text of [id, name, leads.join('; '), upgrades.join(' ')]) {
        expect(shown).toContain(text)
      }
    }
  })
})

describe('skylight aeps and aep', () => {
  it('tell the delivery of this chain beside what the document says', async () => {
    const { data } = await answer(z.array(AepRowShape), 'aeps', '--rpc', url)
    const of = (number: number) => data.find((row) => row.number === number)
    expect(of(76)).toMatchObject({ delivery: 'delivered', upgrade: 'v2.0.0', height: 26_063_777 })
    expect(of(39)).toMatchObject({ status: 'Draft', delivery: 'delivered', upgrade: 'v1.0.0' })
    expect(of(83)).toMatchObject({ delivery: 'scheduled', upgrade: 'v2.2.0', proposalId: 342 })
    expect(of(8)).toMatchObject({ upgrade: null, launch: null })
    expect(of(70)).toMatchObject({ status: 'Draft', statusRaw: 'draft' })
    expect(of(90)).toMatchObject({ status: null, title: expect.stringContaining('CPU') })
    expect(of(77)).toBeUndefined()
  })

  it.each(['76', 'AEP-76', 'aep76'])('know %s', async (written) => {
    const { data } = await answer(AepShape, 'aep', written, '--rpc', url)
    expect(data).toMatchObject({ number: 76, path: 'spec/aep-76/README.md' })
    expect(data.sentence).toContain('v2.0.0')
    expect(data.links.some(({ relation }) => relation === 'delivers')).toBe(true)
    expect(data.history.length).toBeGreaterThan(0)
  })

  it('are read without knowing JSON, what became of it first', async () => {
    const { stdout } = await runSkylight('aep', '76', '--rpc', url, '--format', 'csv')
    const [, ...rows] = parseCsv(stdout)
    const fields = new Map(rows.map(([field, value]) => [field, value]))
    expect(rows.slice(0, 3).map(([field]) => field)).toEqual(['number', 'title', 'sentence'])
    expect([fields.get('authors'), fields.get('sigs'), fields.get('replaces')]).toEqual([
      'Greg Osuri (@gosuri)',
      'sig-economics; sig-chain',
      '55',
    ])
    expect(rows.flat().filter((cell) => /[[{]"/.test(cell))).toEqual([])
  })
})

describe('the registry alone', () => {
  const now = ['--now', '2026-11-20'] as const

  it('is told as akashnet-2, without a height and a node', async () => {
    const { data, provenance } = await answer(z.array(LinkRowShape), 'links', ...now)
    expect(provenance).toEqual({
      chainId: 'akashnet-2',
      height: null,
      time: null,
      endpoint: null,
      query: expect.stringMatching(/^registry of \d{4}-\d\d-\d\d \(akash-network\/AEP /),
    })
    const delivered = data
      .filter(({ relation, state }) => relation === 'delivers' && state === 'applied')
      .map(({ aep, upgrade, height, proposalId }) => [aep, upgrade, height, proposalId])
    expect(delivered.toSorted(byText)).toEqual(DELIVERED.map((row) => [...row]).toSorted(byText))
    const launched = data.filter(
      ({ relation, launch }) => relation === 'delivers' && launch !== null,
    )
    expect(launched.map(({ aep, launch }) => [aep, launch])).toEqual([
      [8, 'Mainnet 1'],
      [9, 'Mainnet 2'],
      [13, 'Mainnet 2'],
    ])
  })

  it('finds what disagrees as of the day it is given', async () => {
    const { data } = await answer(z.array(FindingShape), 'findings', ...now)
    const overdue = data.filter(({ kind }) => kind === 'estimate-overdue')
    expect(overdue).toHaveLength(26)
    const earlier = await answer(z.array(FindingShape), 'findings', '--now', '2026-08-20')
    expect(earlier.data.filter(({ kind }) => kind === 'estimate-overdue')).toHaveLength(18)
    const { data: aeps } = await answer(z.array(AepRowShape), 'aeps', ...now)
    const found = aeps.flatMap(({ number, findings }) =>
      findings.map((kind) => `${number} ${kind}`),
    )
    expect(found.sort()).toEqual(data.map(({ aep, kind }) => `${aep} ${kind}`).sort())
  })

  it('tells groups with their leads and what they stand behind', async () => {
    const { data } = await answer(z.array(SigShape), 'sigs', ...now)
    const chain = data.find(({ id }) => id === 'sig-chain')
    expect(chain).toMatchObject({ kind: 'sig', status: 'active' })
    expect(chain?.upgrades).toContain('v2.1.0')
    expect(chain?.aeps).toContain(76)
  })

  it('says in a table that no node was asked', async () => {
    const { stdout } = await runSkylight('sigs', ...now)
    expect(stdout).toContain('akashnet-2 as it is on record; no node was asked\nregistry of ')
  })

  it.each([
    [['aep', '77'], 1, 'There is no AEP-77. Added on 2025-11-14 as a copy of AEP-75'],
    [['aep', '87'], 1, 'There is no AEP-87. Not in the repository'],
    [['aep', '839'], 1, 'No AEP-839 is known: the registry has none, and no proposal names it.'],
    [['aep'], 2, 'Which AEP? Give its number.'],
    [['aep', '0'], 2, '"0" is no number of an AEP.'],
    [['aep', 'x'], 2, '"x" is no number of an AEP.'],
    [['aep', '76', '78'], 2, '"76 78" is no number of an AEP.'],
    [['links', '76'], 2, 'links takes no "76".'],
    [['links', '--height', '7'], 2, '--height needs a chain: give --rpc or --network.'],
    [['links', '--watch'], 2, 'links takes no --watch; halt does.'],
    [
      ['upgrades', '--refresh'],
      2,
      'upgrades takes no --refresh; aeps, aep, links, findings and sigs do.',
    ],
    [['links', '--now', '2026-13-01'], 2, '--now takes a time such as'],
    [['aep', '\u001b[31m'], 2, 'is no number of an AEP.'],
  ])('%j ends with %i and says why', async (args, code, words) => {
    const { exitCode, stdout, stderr } = await runSkylight(...args)
    expect([exitCode, stdout]).toEqual([code, ''])
    expect(stderr).toContain(words)
  })
})

describe('without an answer', () => {
  it('of the chain that was named, no facts of another stand in for it', async () => {
    const { exitCode, stdout } = await runSkylight('links', '--rpc', 'http://127.0.0.1:9')
    expect([exitCode, stdout]).toEqual([3, ''])
  })
})
