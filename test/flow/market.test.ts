import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import {
  GpuRowShape,
  LeaseRowShape,
  LeaseShape,
  MarketShape,
  ProviderRowShape,
} from '../../src/cli/skylight/market-shapes.ts'
import { answerShape } from '../../src/cli/skylight/shapes.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { formatDec, parseDec } from '../../src/domain/decimal.ts'
import { readMarketTruth } from './market-truth.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { parseCsv, runSkylight, spawnSkylight } from './run-skylight.ts'

const truth = readMarketTruth()
const STATES = ['active', 'reclaiming', 'insufficient_funds', 'closed'] as const
const NOT_RECORDED = 'plays a recording that does not hold this answer.'

let node: ReplayNode
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'market') })
})
afterAll(() => node.close())

const run = (...args: readonly string[]) => runSkylight(...args, '--rpc', node.url)

/** The answer as JSON, checked against its shape once more, and what was noted beside it. */
async function json<Shape extends z.ZodMiniType>(shape: Shape, ...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await run(...args, '--format', 'json')
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, ''])
  return { ...answerShape(shape).parse(JSON.parse(stdout)), notes: stderr.trimEnd().split('\n') }
}

function sumOf(...amounts: readonly (string | undefined)[]): string {
  return formatDec(amounts.reduce((sum, amount) => sum + (parseDec(amount ?? '') ?? 0n), 0n))
}

describe('skylight market on the recorded market', () => {
  it('has every figure as it was computed by another route', async () => {
    const { data, provenance } = await json(MarketShape, 'market')
    expect(provenance.height).toBe(truth.height)
    expect(data.leasesByState).toEqual(truth.leases_by_state)
    expect([data.activeLeases, data.reclaimingLeases]).toEqual([1_503, 82])
    expect(data.closeReasons).toEqual(truth.lease_reasons)
    const { active, reclaiming } = truth.price_per_block_sum
    expect(data.reclaimingRunRatePerBlock).toEqual(reclaiming)
    expect(data.runRatePerBlock).toEqual({ uact: sumOf(active.uact, reclaiming.uact) })
    const gpus = truth.gpu_leases_active_incl_reclaiming
    expect([data.gpuLeases, data.gpus]).toEqual([gpus.leases, gpus.gpus])
    expect([gpus.leases, gpus.gpus]).toEqual([444, 1_291])
    expect(data.gpusByModel).toEqual(gpus.by_model)
    expect(data.gpusOfAnyOf).toEqual({})
    expect(data.cpuMillis).toBe(gpus.cpu_milli.toString())
    expect([data.providers, data.providersWithLeases]).toEqual([
      truth.providers,
      truth.providers_with_active_lease,
    ])
    expect([data.providers, data.providersWithLeases]).toEqual([60, 59])
    expect(data.orders).toEqual(truth.orders)
    expect(data.skipped).toEqual([])
  })

  it('has the oracle, ACT and its vault as they are', async () => {
    const { data } = await json(MarketShape, 'market', '--running')
    const { aggregated_price: price, price_health: health } = truth.oracle_akt
    expect(data.oracle).toMatchObject({
      twap: price.twap,
      median: price.median_price,
      min: price.min_price,
      max: price.max_price,
      sources: price.num_sources,
      deviationBps: Number(price.deviation_bps),
      isHealthy: health.is_healthy,
      failureReasons: [],
    })
    const { bme_status: status, bme_vault: vault } = truth
    expect(data.bme).toEqual({
      status: status.status,
      collateralRatio: status.collateral_ratio,
      warnThreshold: status.warn_threshold,
      haltThreshold: status.halt_threshold,
      mintsAllowed: status.mints_allowed,
      refundsAllowed: status.refunds_allowed,
      balances: vault.vault_state.balances,
      totalBurned: vault.vault_state.total_burned,
      totalMinted: vault.vault_state.total_minted,
      remintCredits: vault.vault_state.remint_credits,
    })
    expect(data.actSupply).toBe(truth.supply_uact.amount.amount)
  })

  it('names closed deployments, which nobody recorded, as not read, and answers all the same', async () => {
    const { data, notes } = await json(MarketShape, 'market')
    expect(data.deployments).toEqual({ active: truth.deployments_active, closed: null })
    expect(notes).toEqual([`Not read: deployments (closed). ${node.url} ${NOT_RECORDED}`])
  })

  it('reads what runs, and says of the rest that it was not read', async () => {
    const { data, notes } = await json(MarketShape, 'market', '--running')
    expect(data.activeLeases).toBe(1_503)
    expect(data.leasesByState).toEqual({
      active: 1_421,
      reclaiming: 82,
      insufficient_funds: null,
      closed: null,
    })
    expect(data.closeReasons.closed).toBeNull()
    expect(data.orders).toEqual({ ...truth.orders, closed: null })
    expect(data.bids).toEqual({ open: 83, active: 1_503, lost: null })
    expect(notes).toEqual([''])
    const { stdout } = await run('market', '--running', '--format', 'csv')
    expect(parseCsv(stdout)).toContainEqual(['leasesByState', 'closed', 'not read'])
  })

  it('prints the same figures as a table and as CSV, every number whole', async () => {
    const csv = parseCsv((await run('market', '--format', 'csv')).stdout)
    expect(csv[0]).toEqual(['figure', 'of', 'value'])
    expect(csv).toContainEqual(['activeLeases', '', '1503'])
    expect(csv).toContainEqual(['runRatePerBlock', 'uact', '2154590.871666240179708164'])
    expect(csv).toContainEqual(['closeReasons', 'closed: lease_closed_owner', '388'])
    const table = (await run('market')).stdout
    expect(table).toMatch(/^activeLeases +1503$/m)
    expect(table).toMatch(/^gpusByModel +h100 +152$/m)
    expect(table).toMatch(/^deployments +closed +not read$/m)
    expect(table).toContain(`skydev-1 at height ${truth.height}`)
  })
})

describe('skylight leases on the recorded market', () => {
  const denominationsOf = (rows: z.infer<typeof LeaseRowShape>[]) => {
    const denoms: Record<string, Record<string, number>> = {}
    for (const { state, price } of rows) {
      const counts = denoms[state] ?? {}
      denoms[state] = counts
      counts[price.denom] = (counts[price.denom] ?? 0) + 1
    }
    return denoms
  }

  it('lists every lease once, in the denomination it is paid in', async () => {
    const { data } = await json(z.array(LeaseRowShape), 'leases')
    expect(new Set(data.map(({ id }) => id)).size).toBe(7_506)
    expect(denominationsOf(data)).toEqual(truth.leases_by_state_and_denom)
  })

  it.each(STATES)('lists the leases that are %s', async (state) => {
    const { data } = await json(z.array(LeaseRowShape), 'leases', '--state', state)
    expect(data).toHaveLength(truth.leases_by_state[state] ?? Number.NaN)
    expect([...new Set(data.map((row) => row.state))]).toEqual([state])
    const isRunning = state === 'active' || state === 'reclaiming'
    expect(data.every(({ closedOn }) => (closedOn === null) === isRunning)).toBe(true)
    expect(data.every(({ resources }) => (resources === null) === !isRunning)).toBe(true)
    expect(
      data.every(({ reclamation }) => (reclamation !== null) === (state === 'reclaiming')),
    ).toBe(true)
  })

  it('takes several states, an owner and a provider', async () => {
    const states = ['leases', '--state', 'active,reclaiming'] as const
    const all = (await json(z.array(LeaseRowShape), ...states)).data
    expect(all).toHaveLength(1_503)
    const { owner = '', provider = '' } = all[700] ?? {}
    const own = await json(z.array(LeaseRowShape), ...states, '--owner', owner)
    expect(own.data).toEqual(all.filter((row) => row.owner === owner))
    const at = await json(z.array(LeaseRowShape), ...states, '--provider', provider)
    const ids = (rows: typeof all) => rows.map(({ id }) => id).sort()
    expect(ids(at.data)).toEqual(ids(all.filter((row) => row.provider === provider)))
  })

  it('writes a long answer in pieces, as a program of its own, and no word beside it', async () => {
    const command = ['leases', '--format', 'json', '--rpc', node.url] as const
    const { exitCode, stdout, stderr } = await spawnSkylight(...command)
    expect([exitCode, stderr]).toEqual([0, ''])
    const { data } = answerShape(z.array(LeaseRowShape)).parse(JSON.parse(stdout))
    expect(data).toHaveLength(7_506)
  })

  it('writes a row of CSV for each, with whole prices', async () => {
    const { stdout } = await run('leases', '--state', 'reclaiming', '--format', 'csv')
    const [header, ...rows] = parseCsv(stdout)
    expect(header?.slice(0, 4)).toEqual(['id', 'state', 'price', 'denom'])
    expect(rows).toHaveLength(82)
    expect(sumOf(...rows.map((row) => row[2]))).toBe(truth.price_per_block_sum.reclaiming.uact)
  })

  it.each([
    ['a state there is not', ['--state', 'open'], '--state takes active, reclaiming,'],
    ['an owner that is none', ['--owner', 'me'], "--owner takes an account's address"],
    ['another command’s option', ['--running'], 'leases takes no --running; market does.'],
    ['an argument', ['everything'], 'leases takes no "everything".'],
  ])('does not take %s', async (_, args, sentence) => {
    const { exitCode, stdout, stderr } = await run('leases', ...args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
  })
})

describe('skylight lease on the recorded market', () => {
  const TENANT = 'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2'
  const PROVIDER = 'akash1wj70ay78c36mnzg4khr2p8r7jfu442zw59m9aa'
  const ID = `${TENANT}/27372381/1/1/${PROVIDER}`

  it('tells all of a lease that is being reclaimed: order, bids, escrow and what it cost', async () => {
    const { data, notes } = await json(LeaseShape, 'lease', `${ID}/0`)
    expect(notes).toEqual([''])
    expect(data).toMatchObject({
      id: `${ID}/0`,
      state: 'reclaiming',
      price: { denom: 'uact', amount: '2859.242768376031563093' },
      reclamation: { windowSeconds: 291_600, reason: 'lease_closed_reason_unstable' },
      resources: { from: 'bid', gpus: '1', gpuModels: ['nvidia h100 80Gi sxm'] },
      order: { state: 'active', resources: { gpuModels: ['any nvidia'] } },
      escrow: { state: 'open' },
    })
    const bids = data.bids?.map(({ state }) => state).sort()
    expect(bids).toEqual(['active', 'lost', 'lost'])
    // What was settled is what was withdrawn and what lies ready; since then it has gone on.
    const { payment, spend, escrow } = data
    expect(spend?.settled).toEqual([
      { denom: 'uact', amount: sumOf(payment?.withdrawn.amount, payment?.balance.amount) },
    ])
    const blocks = truth.height - Number(escrow?.settledAt)
    const rate = parseDec(data.price.amount) ?? 0n
    expect(spend?.accrued).toEqual([{ denom: 'uact', amount: formatDec(rate * BigInt(blocks)) }])
    expect(Number(data.runwayBlocks)).toBeGreaterThan(0)
  })

  it('takes the newest of them where no bid is named', async () => {
    expect((await json(LeaseShape, 'lease', ID)).data.id).toBe(`${ID}/0`)
  })

  it('tells of a closed lease what is there, and names what could not be had', async () => {
    const rows = (await json(z.array(LeaseRowShape), 'leases', '--state', 'closed')).data
    const closed = rows.find(({ reason }) => reason === 'lease_closed_owner')
    const { data, notes } = await json(LeaseShape, 'lease', closed?.id ?? '')
    expect(data).toMatchObject({ state: 'closed', reason: 'lease_closed_owner', escrow: null })
    expect(data.resources?.from).toMatch(/^(bid|order)$/)
    expect(data.order?.state).toBe('closed')
    expect(notes).toEqual([`${node.url} ${NOT_RECORDED}`])
  })

  it.each([
    ['another bid', `${ID}/7`],
    ['another owner', `akash1zxjntxgr7gn8lfg8n0ss460emvzdy5he39y3uu/27372381/1/1/${PROVIDER}`],
    ['a number no lease has', `${TENANT}/18446744073709551615/1/1/${PROVIDER}`],
  ])('says that there is none of %s', async (_, id) => {
    const { exitCode, stdout, stderr } = await run('lease', id)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toBe(`skydev-1 has no such lease at height ${truth.height}.\n`)
  })

  it.each([
    ['no id', [], 'Which lease?'],
    ['half an id', [`${TENANT}/27372381`], 'is no lease: it takes'],
    ['a negative number', [`${TENANT}/-1/1/1/${PROVIDER}`], 'is no lease: it takes'],
    ['two ids', [ID, ID], 'is no lease: it takes'],
    [
      'a number too large for the chain',
      [`${TENANT}/99999999999999999999/1/1/${PROVIDER}`],
      'no lease',
    ],
  ])('does not take %s', async (_, args, sentence) => {
    const { exitCode, stdout, stderr } = await run('lease', ...args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
  })
})

describe('skylight gpus on the recorded market', () => {
  it('counts every GPU by its model, and tells what is in a price', async () => {
    const { data, notes } = await json(z.array(GpuRowShape), 'gpus')
    const byModel = Object.fromEntries(data.map(({ model, gpus }) => [model, gpus]))
    expect(byModel).toEqual(truth.gpu_leases_active_incl_reclaiming.by_model)
    for (const { gpus, kinds, prices } of data) {
      expect(kinds.reduce((sum, kind) => sum + kind.gpus, 0)).toBe(gpus)
      const [price] = prices
      const { p10 = '', median = '', p90 = '' } = price?.perBlock ?? {}
      const [low = 0n, middle = 0n, high = 0n] = [p10, median, p90].map(parseDec)
      expect(low <= middle && middle <= high && low > 0n).toBe(true)
    }
    expect(notes).toEqual([
      'A price is what a lease pays for each of its GPUs: CPU, memory and storage are in it.',
    ])
  })

  it('writes a row of CSV for each model and denomination', async () => {
    const [, ...rows] = parseCsv((await run('gpus', '--format', 'csv')).stdout)
    expect(rows.map((row) => row[1]).sort()).toEqual(
      Object.keys(truth.gpu_leases_active_incl_reclaiming.by_model).sort(),
    )
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['uact']))
  })
})

describe('skylight providers on the recorded market', () => {
  it('lists every registered one, most leases first, with what runs there', async () => {
    const { data, notes } = await json(z.array(ProviderRowShape), 'providers')
    expect(data).toHaveLength(truth.providers)
    expect(data.filter(({ leases }) => leases > 0)).toHaveLength(truth.providers_with_active_lease)
    const leases = data.map((row) => row.leases)
    expect(leases).toEqual(leases.toSorted((a, b) => b - a))
    const total = (read: (row: (typeof data)[number]) => number) =>
      data.reduce((sum, row) => sum + read(row), 0)
    expect(total((row) => row.leases)).toBe(1_503)
    expect(total((row) => row.reclaimingLeases)).toBe(82)
    expect(total((row) => row.gpus ?? Number.NaN)).toBe(1_291)
    expect(data.every(({ isRegistered }) => isRegistered)).toBe(true)
    expect(notes).toEqual(['Whether a provider is online, and what it has free, is not on chain.'])
  })

  it('writes them as CSV', async () => {
    const [, ...rows] = parseCsv((await run('providers', '--format', 'csv')).stdout)
    expect(rows).toHaveLength(truth.providers)
  })
})
