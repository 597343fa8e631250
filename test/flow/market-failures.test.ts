import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { QueryDeploymentsResponse } from '../../src/chain/proto/generated/akash/deployment/v1beta4/query.ts'
import {
  QueryBidsRequest,
  QueryBidsResponse,
  QueryLeaseResponse,
  QueryLeasesRequest,
  QueryLeasesResponse,
  QueryOrdersResponse,
} from '../../src/chain/proto/generated/akash/market/v1beta5/query.ts'
import { LeaseShape, MarketShape, ProviderRowShape } from '../../src/cli/skylight/market-shapes.ts'
import { answerShape } from '../../src/cli/skylight/shapes.ts'
import type { RpcCall } from '../../src/demo-chain/server/backend.ts'
import { leaseKey } from '../../src/domain/market/lease.ts'
import type { Market } from '../../src/domain/market/market.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { readMarket } from '../../src/queries/market/read-market.ts'
import { readMarketTruth } from './market-truth.ts'
import {
  bytesIn,
  type MisbehavingNode,
  queryData,
  queryPath,
  refusal,
  startMisbehavingNode,
  valueAnswer,
} from './misbehaving-node.ts'
import { connectTo } from './reading.ts'
import { parseCsv, runSkylight } from './run-skylight.ts'

const truth = readMarketTruth()
const LEASES = '/akash.market.v1beta5.Query/Leases'
const BIDS = '/akash.market.v1beta5.Query/Bids'
const ORDERS = '/akash.market.v1beta5.Query/Orders'
const DEPLOYMENTS = '/akash.deployment.v1beta4.Query/Deployments'
const ORACLE = '/akash.oracle.v2.Query/AggregatedPrice'
const BME = '/akash.bme.v1.Query/Status'
const PRUNED = 'failed to load state at height 27400494; version does not exist: not found'
const HEIGHT = 27_400_494n
const TENANT = 'akash1dtwgj7hmuw6ahsd6ede8g8lqc5w8p7jvf4p40q'
const PROVIDER = 'akash1z0fx77pukkp04wgnlhf2mys43qacnsgzcpkwmu'

let node: MisbehavingNode
beforeAll(async () => {
  node = await startMisbehavingNode(() => undefined, 'market')
})
beforeEach(() => node.misbehave(() => undefined))
afterAll(() => node.close())

async function marketJson(...args: readonly string[]) {
  const command = ['market', '--format', 'json', '--rpc', node.url]
  const { stdout, stderr, exitCode } = await runSkylight(...command, ...args)
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, ''])
  return { ...answerShape(MarketShape).parse(JSON.parse(stdout)).data, notes: stderr }
}

async function readPictures(chain: Chain, isWhole = false): Promise<readonly Market[]> {
  const pictures: Market[] = []
  for await (const market of readMarket(chain, { isWhole })) pictures.push(market)
  return pictures
}

const lastOf = async (chain: Chain, isWhole = false) => (await readPictures(chain, isWhole)).at(-1)

function lengthOf(list: Market['leases']['closed'] | undefined): number | undefined {
  return list?.kind === 'known' ? list.value.items.length : undefined
}

/** State and page of a question for leases; undefined: it is about something else. */
function leasesAsked(call: RpcCall) {
  if (queryPath(call) !== LEASES) return undefined
  const { filters, pagination } = QueryLeasesRequest.decode(queryData(call))
  return { state: filters?.state ?? '', key: pagination?.key ?? new Uint8Array() }
}

describe('a chain without the market', () => {
  beforeEach(() =>
    node.misbehave((call) =>
      queryPath(call)?.startsWith('/akash.') === true
        ? refusal(6, 'unknown query path: unknown request')
        : undefined,
    ),
  )

  it.each([
    ['market'],
    ['market', '--running'],
    ['leases'],
    ['gpus'],
    ['providers'],
    ['lease', `${TENANT}/1/1/1/${PROVIDER}`],
  ])('is told apart from an empty one by skylight %s', async (...command) => {
    const { exitCode, stdout, stderr } = await runSkylight(...command, '--rpc', node.url)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain(
      `${node.url} does not know ${LEASES}: its chain lacks the module, or runs another version of it`,
    )
  })

  it('has a failure in place of each figure', async () => {
    const market = await lastOf(connectTo(node.url))
    for (const figure of [market?.running, market?.providers, market?.oracle, market?.bme]) {
      expect(figure).toMatchObject({ kind: 'failed', failure: { kind: 'not-supported' } })
    }
  })
})

describe('a lease without its payment', () => {
  /** Fails every page that a lease is on, as a node does whose escrow lacks its payment. */
  function breakLease(state: string, place: number): () => string {
    let name = ''
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (leasesAsked(call)?.state !== state || answer.kind !== 'result') return answer
      const { leases } = QueryLeasesResponse.decode(bytesIn(answer))
      const names = leases.flatMap(({ lease }) => (lease?.id ? [leaseKey(lease.id)] : []))
      if (name === '') name = names[place] ?? ''
      return names.includes(name)
        ? refusal(6, 'rpc error: code = Internal desc = payment not found: unknown request')
        : answer
    })
    return () => name
  }

  it.each([
    ['closed', 0],
    ['closed', 333],
    ['active', 999],
  ])('costs one record of the %s ones, which is named, and no page', async (state, place) => {
    const name = breakLease(state, place)
    const data = await marketJson(...(state === 'active' ? ['--running'] : []))
    const expected = (truth.leases_by_state[state] ?? 0) - 1
    expect(data.leasesByState[state]).toBe(expected)
    expect(data.activeLeases).toBe(state === 'active' ? 1_502 : 1_503)
    expect(data.skipped).toHaveLength(1)
    const [skipped] = data.skipped
    expect(skipped?.reason).toContain('payment not found')
    expect([name(), `number ${place + 1} of the list`]).toContain(skipped?.name)
    expect(data.notes).toContain('One of the leases could not be read and is left out: ')
  })
})

describe('a record that breaks the lists of a lease', () => {
  const ID =
    'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2/27372381/1/1/akash1wj70ay78c36mnzg4khr2p8r7jfu442zw59m9aa'

  /** Fails every page that a lost bid for the order is on. */
  function breakLostBid() {
    let broken = ''
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (queryPath(call) !== BIDS || answer.kind !== 'result') return answer
      const { filters, pagination } = QueryBidsRequest.decode(queryData(call))
      // A node takes no place in a list of all states, and refuses without a value.
      if (filters?.state === '' && (pagination?.offset ?? 0n) > 0n) return answer
      const { bids } = QueryBidsResponse.decode(bytesIn(answer))
      const lost = bids.flatMap(({ bid }) => (bid?.id && bid.state === 3 ? [leaseKey(bid.id)] : []))
      broken ||= lost[0] ?? ''
      return lost.includes(broken)
        ? refusal(6, 'rpc error: code = Internal desc = account not found: unknown request')
        : answer
    })
  }

  it('costs itself, is named, and leaves all else', async () => {
    breakLostBid()
    const command = ['lease', ID, '--format', 'json', '--rpc', node.url]
    const { stdout, stderr, exitCode } = await runSkylight(...command)
    expect(exitCode).toBe(0)
    const { data } = answerShape(LeaseShape).parse(JSON.parse(stdout))
    expect(data.bids?.map(({ state }) => state).sort()).toEqual(['active', 'lost'])
    expect([data.state, data.order?.state, data.escrow?.state]).toEqual([
      'reclaiming',
      'active',
      'open',
    ])
    expect(stderr).toContain('One of the bids could not be read and is left out: ')
    expect(stderr).toContain('account not found')
  })
})

describe('running leases of which neither bids nor orders can be read', () => {
  beforeEach(() =>
    node.misbehave((call) =>
      [BIDS, ORDERS].includes(queryPath(call) ?? '') ? refusal(38, PRUNED) : undefined,
    ),
  )
  const AT = ['--height', HEIGHT.toString()] as const

  it('are counted, and what they hold is not known, which is not nothing', async () => {
    const data = await marketJson('--running', ...AT)
    expect([data.activeLeases, data.runRatePerBlock.uact]).toEqual([
      1_503,
      '2154590.871666240179708164',
    ])
    const { gpuLeases, gpus, gpusByModel, gpusOfAnyOf } = data
    expect([gpuLeases, gpus, gpusByModel, gpusOfAnyOf]).toEqual([null, null, null, null])
    const { cpuMillis, memoryBytes, ephemeralBytes, persistentBytes } = data
    expect([cpuMillis, memoryBytes, ephemeralBytes, persistentBytes]).toEqual(Array(4).fill(null))
    expect(data.resourcesFrom).toEqual({ bid: 0, order: 0, notKnown: 1_503 })
  })

  it('make no list of GPUs', async () => {
    const { exitCode, stdout, stderr } = await runSkylight('gpus', '--rpc', node.url, ...AT)
    expect([exitCode === 0, stdout]).toEqual([false, ''])
    expect(stderr).toContain('What running leases hold could not be read.')
  })

  it('are told of by the list of GPUs where they are a few', async () => {
    const isHidden = (id: { readonly owner: string; readonly dseq: bigint } | undefined) =>
      id?.owner === 'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2' && id.dseq === 27_372_381n
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (answer.kind !== 'result') return answer
      if (queryPath(call) === BIDS) {
        const page = QueryBidsResponse.decode(bytesIn(answer))
        const bids = page.bids.filter(({ bid }) => !isHidden(bid?.id))
        return valueAnswer(QueryBidsResponse.encode({ ...page, bids }).finish(), HEIGHT)
      }
      if (queryPath(call) !== ORDERS) return answer
      const page = QueryOrdersResponse.decode(bytesIn(answer))
      const orders = page.orders.filter(({ id }) => !isHidden(id))
      return valueAnswer(QueryOrdersResponse.encode({ ...page, orders }).finish(), HEIGHT)
    })
    const { exitCode, stderr } = await runSkylight('gpus', '--rpc', node.url, ...AT)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Neither bids nor orders tell what 1 lease holds: not counted.')
  })

  it('leave open what a provider with leases hosts, and say zero of one without', async () => {
    const command = ['providers', '--format', 'json', '--rpc', node.url, ...AT]
    const { stdout } = await runSkylight(...command)
    const { data } = answerShape(z.array(ProviderRowShape)).parse(JSON.parse(stdout))
    const idle = data.filter(({ leases }) => leases === 0)
    expect([data.length, idle.length]).toEqual([60, 1])
    for (const { leases, gpus, cpuMillis, memoryBytes } of data) {
      expect([gpus, cpuMillis, memoryBytes]).toEqual(
        leases === 0 ? [0, '0', '0'] : [null, null, null],
      )
    }
  })
})

describe('deployments without their escrow accounts', () => {
  it('leave open how many leases have run out of funds', async () => {
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (queryPath(call) !== DEPLOYMENTS || answer.kind !== 'result') return answer
      const page = QueryDeploymentsResponse.decode(bytesIn(answer))
      const deployments = page.deployments.map((each) => ({ ...each, escrowAccount: undefined }))
      const bytes = QueryDeploymentsResponse.encode({ ...page, deployments }).finish()
      return valueAnswer(bytes, HEIGHT)
    })
    const data = await marketJson('--running')
    expect([data.outOfFundsLeases, data.fundsNotKnownLeases]).toEqual([null, 1_503])
  })
})

describe('a bid that breaks its page', () => {
  it('is named by skylight leases too, for the resources of a lease were in it', async () => {
    let broken = ''
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (queryPath(call) !== BIDS || answer.kind !== 'result') return answer
      const { bids } = QueryBidsResponse.decode(bytesIn(answer))
      const names = bids.flatMap(({ bid }) => (bid?.id ? [leaseKey(bid.id)] : []))
      broken ||= names[40] ?? ''
      return names.includes(broken)
        ? refusal(6, 'rpc error: code = Internal desc = \u001b[2J\u202eaccount not found')
        : answer
    })
    const command = ['leases', '--state', 'active', '--format', 'csv', '--rpc', node.url]
    const { stdout, stderr } = await runSkylight(...command)
    expect(parseCsv(stdout)).toHaveLength(1 + 1_421)
    expect(stderr).toContain('One of the bids could not be read and is left out: ')
    // What the node says of it drives no terminal.
    expect(stderr).toContain('‹U+001B›[2J‹U+202E›account not found')
  })
})

describe('denominations that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\tx', '\rx'])(
    'are no formulas in the CSV of leases (%j)',
    async (denom) => {
      node.misbehave(async (call, ask) => {
        const answer = await ask(call)
        if (leasesAsked(call)?.state !== 'reclaiming' || answer.kind !== 'result') return answer
        const page = QueryLeasesResponse.decode(bytesIn(answer))
        const [first, ...others] = page.leases
        if (first?.lease === undefined) return answer
        const lease = { ...first.lease, price: { denom, amount: '1' } }
        const leases = [{ ...first, lease }, ...others]
        return valueAnswer(QueryLeasesResponse.encode({ ...page, leases }).finish(), HEIGHT)
      })
      const command = ['leases', '--state', 'reclaiming', '--format', 'csv', '--rpc', node.url]
      const [header = [], first = [], second = []] = parseCsv(
        (await runSkylight(...command)).stdout,
      )
      const column = header.indexOf('denom')
      expect([first[column], second[column]]).toEqual([`'${denom}`, 'uact'])
    },
  )
})

describe('a record of bytes that are no record', () => {
  it('costs only itself', async () => {
    let spoiled = ''
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (leasesAsked(call)?.state !== 'active' || answer.kind !== 'result') return answer
      const bytes = bytesIn(answer).slice()
      const { leases } = QueryLeasesResponse.decode(bytes)
      const id = leases[500]?.lease?.id
      if (id === undefined) return answer
      spoiled = leaseKey(id)
      const record = QueryLeaseResponse.encode(
        leases[500] ?? { lease: undefined, escrowPayment: undefined },
      ).finish()
      const at = Buffer.from(bytes).indexOf(Buffer.from(record))
      expect(at).toBeGreaterThan(0)
      // A field without a number, in the middle of the record.
      bytes.fill(0, at + 2, at + 8)
      return valueAnswer(bytes, HEIGHT)
    })
    const data = await marketJson('--running')
    expect([data.activeLeases, data.skipped.length]).toEqual([1_502, 1])
    expect(data.skipped[0]?.name).toMatch(/^the one after akash1/)
    expect(data.skipped[0]?.name).not.toContain(spoiled)
  })
})

describe('paging that goes wrong', () => {
  const ofClosed = (call: RpcCall) => {
    const asked = leasesAsked(call)
    return asked?.state === 'closed' ? asked : undefined
  }

  it('is done by places where the node refuses the keys it gave', async () => {
    node.misbehave((call) => {
      const asked = leasesAsked(call)
      return asked !== undefined && asked.key.length > 0
        ? refusal(18, 'pagination: invalid key: invalid request')
        : undefined
    })
    const { leasesByState, closeReasons, skipped } = await marketJson()
    expect(leasesByState).toEqual(truth.leases_by_state)
    expect(closeReasons).toEqual(truth.lease_reasons)
    expect(skipped).toEqual([])
  })

  /** Answers two pages of closed leases, and then `stopped`. */
  function stopAtPage3(stopped: ReturnType<typeof refusal>) {
    const seen = new Set<string>()
    node.misbehave((call) => {
      const asked = ofClosed(call)
      if (asked === undefined) return undefined
      seen.add(Buffer.from(asked.key).toString('hex'))
      return seen.size > 2 ? stopped : undefined
    })
  }

  it('keeps what was read before a node stops at page 3, and counts it as nothing', async () => {
    stopAtPage3(refusal(38, PRUNED))
    const chain = connectTo(node.url, { explicitHeight: HEIGHT })
    const { leases } = (await lastOf(chain, true)) ?? {}
    expect(lengthOf(leases?.closed)).toBe(2_000)
    expect(leases?.closed).toMatchObject({
      value: { isComplete: false, failure: { kind: 'pruned' } },
    })
    stopAtPage3(refusal(38, PRUNED))
    const { leasesByState, closeReasons, activeLeases, notes } = await marketJson(
      '--height',
      HEIGHT.toString(),
    )
    expect([leasesByState.closed, closeReasons.closed]).toEqual([null, null])
    expect(activeLeases).toBe(1_503)
    expect(notes).toContain('Not read: leases (closed). ')
  })

  it.each([
    ['has no state of the height', refusal(38, PRUNED)],
    ['fails within itself', refusal(6, 'rpc error: code = Internal desc = context deadline')],
    ['tells nonsense', valueAnswer(Uint8Array.of(0xff, 0xff), HEIGHT)],
    ['tells of another height', valueAnswer(new Uint8Array(), HEIGHT - 1n)],
  ])('is taken on by another endpoint where one %s at page 3', async (_, stopped) => {
    const other = await startMisbehavingNode(() => undefined, 'market')
    try {
      stopAtPage3(stopped)
      const { leases } = (await lastOf(connectTo([node.url, other.url]), true)) ?? {}
      expect(lengthOf(leases?.closed)).toBe(truth.leases_by_state.closed)
      expect(leases?.closed).toMatchObject({ value: { isComplete: true, skipped: [] } })
    } finally {
      await other.close()
    }
  })
})

describe('a height that is gone', () => {
  /** Refuses the market until `status` was asked so many times. */
  function loseState(until: number) {
    let asked = 0
    node.misbehave((call) => {
      if (call.method === 'status') asked++
      const isMarket = queryPath(call)?.startsWith('/akash.market.') === true
      return isMarket && asked < until ? refusal(38, PRUNED) : undefined
    })
  }

  it('is chosen anew once, and all is read there', async () => {
    loseState(2)
    const pictures = await readPictures(connectTo(node.url))
    expect(pictures.at(-1)?.running).toMatchObject({ kind: 'known', value: { isComplete: true } })
    const failed = pictures.findIndex(({ running }) => running.kind === 'failed')
    // What was on screen stays until there is something new.
    const after = pictures.slice(failed).map(({ running }) => running.kind)
    expect(failed).toBeGreaterThan(-1)
    expect(after).not.toContain('loading')
  })

  it('is not replaced where the reader asked for it', async () => {
    loseState(2)
    const chain = connectTo(node.url, { explicitHeight: HEIGHT })
    const market = await lastOf(chain)
    expect(market?.running).toMatchObject({ kind: 'failed', failure: { kind: 'pruned' } })
  })

  it('is given up where it is gone the second time too', async () => {
    loseState(99)
    const market = await lastOf(connectTo(node.url))
    expect(market?.running).toMatchObject({ kind: 'failed', failure: { kind: 'pruned' } })
    expect(node.queries.filter((query) => query.startsWith(LEASES)).length).toBeLessThan(9)
  })
})

describe('oracle and ACT', () => {
  it.each([
    ['the oracle knows no price', ORACLE, 'oracle', 'Not read: the price of AKT. '],
    ['the module is not there', BME, 'bme', 'Not read: the state of ACT. '],
  ] as const)('leaves all else as it is where %s', async (_, path, field, note) => {
    node.misbehave((call) =>
      queryPath(call) === path ? refusal(18, 'collections: not found') : undefined,
    )
    const data = await marketJson('--running')
    expect(data[field]).toBeNull()
    expect(data.notes).toContain(note)
    expect([data.activeLeases, data.gpus]).toEqual([1_503, 1_291])
  })
})

describe('a reading that is broken off', () => {
  it('asks no more, and throws what broke it off', async () => {
    const controller = new AbortController()
    let hold: () => void = () => undefined
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      hold = resolve
    })
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    let pages = 0
    node.misbehave(async (call, ask) => {
      if (leasesAsked(call)?.state === 'closed' && ++pages === 2) {
        hold()
        await released
      }
      return ask(call)
    })
    const reading = (async () => {
      const pictures = readMarket(connectTo(node.url), { isWhole: true }, controller.signal)
      for await (const _ of pictures);
    })()
    const failed = expect(reading).rejects.toThrow('left')
    await held
    controller.abort(new Error('left'))
    await failed
    release()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(pages).toBe(2)
  })
})
