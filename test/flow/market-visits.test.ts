import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { integerArgument, resultAnswer } from '../../src/demo-chain/server/backend.ts'
import { refused } from '../../src/demo-chain/server/refusals.ts'
import type { Market } from '../../src/domain/market/market.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { readLease } from '../../src/queries/market/read-lease.ts'
import { readMarket } from '../../src/queries/market/read-market.ts'
import { blockTimeQuery } from '../../src/queries/market/use-block-time.ts'
import { marketQuery } from '../../src/queries/market/use-market.ts'
import { type MisbehavingNode, queryPath, startMisbehavingNode } from './misbehaving-node.ts'
import { connectTo } from './reading.ts'

const LEASES = '/akash.market.v1beta5.Query/Leases'
const ORACLE = '/akash.oracle.v2.Query/AggregatedPrice'
/** Longer than this room's requests take to be made once the ones before are answered. */
const QUIET_MS = 250

const RECLAIMING = {
  owner: 'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2',
  dseq: 27_372_381n,
  gseq: 1,
  oseq: 1,
  provider: 'akash1wj70ay78c36mnzg4khr2p8r7jfu442zw59m9aa',
  bseq: undefined,
}

let node: MisbehavingNode
beforeAll(async () => {
  node = await startMisbehavingNode(() => undefined, 'market')
})
beforeEach(() => node.misbehave(() => undefined))
afterAll(() => node.close())

/**
 * A chain behind a wire of one length: answers come back together, and only once nothing more is asked. So `rounds` is
 * how many of them wait for one another.
 */
function connectInRounds() {
  let rounds = 0
  let waiting: { readonly ask: () => Promise<Response>; readonly give: (of: Response) => void }[] =
    []
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = async () => {
    rounds++
    const asked = waiting
    waiting = []
    const answers = await Promise.all(asked.map(({ ask }) => ask()))
    for (const [index, { give }] of asked.entries()) {
      const answer = answers[index]
      if (answer !== undefined) give(answer)
    }
  }
  const fetchInRounds: typeof globalThis.fetch = (input, init) => {
    clearTimeout(timer)
    timer = setTimeout(turn, QUIET_MS)
    return new Promise((give) => {
      const ask = async () => {
        const { status, headers, body } = await fetch(input, init)
        return new Response(await new Response(body).arrayBuffer(), { status, headers })
      }
      waiting = [...waiting, { ask, give }]
    })
  }
  const chain = connectTo(node.url, { connection: { http: { fetch: fetchInRounds } } })
  return { chain, rounds: () => rounds }
}

describe('how many answers wait for one another, from a cold start', () => {
  it('are three until 1,503 running leases are there with all they hold', async () => {
    const { chain, rounds } = connectInRounds()
    let first: number | undefined
    let whole: number | undefined
    for await (const { running } of readMarket(chain, { isWhole: false })) {
      if (running.kind !== 'known') continue
      first ??= rounds()
      if (running.value.isComplete && running.value.items.length === 1_503) whole ??= rounds()
    }
    // Status, first pages, second pages.
    expect([first, whole]).toEqual([2, 3])
    expect(rounds()).toBe(3)
  })

  it('are two until a lease is there with its order, bids and account', async () => {
    const { chain, rounds } = connectInRounds()
    const { lease, order, deployment } = await readLease(chain, RECLAIMING)
    expect([lease?.state, order.kind, deployment.kind]).toEqual(['reclaiming', 'known', 'known'])
    expect(rounds()).toBe(2)
  })
})

describe('the time of a block on a lease’s page', () => {
  it('is measured from the oldest block that a node keeps, as on the market’s', async () => {
    const oldest = 27_400_480n
    node.misbehave(async (call, ask) => {
      const asked = integerArgument(call.args, 'height')
      if (call.method === 'header' && asked !== undefined && asked < oldest) {
        const reason = `height ${asked} is not available, lowest height is ${oldest}`
        return refused(reason)
      }
      const answer = await ask(call)
      if (call.method !== 'status' || answer.kind !== 'result') return answer
      const status = JSON.parse(answer.text)
      status.sync_info.earliest_block_height = oldest.toString()
      return resultAnswer(status)
    })
    const chain = connectTo(node.url)
    const detail = await readLease(chain, RECLAIMING)
    const { height } = detail.source
    const ofLease = await new QueryClient().fetchQuery(
      blockTimeQuery(chain, { height, oldest: detail.oldest }),
    )
    expect(ofLease).toMatchObject({ fromHeight: oldest, toHeight: height })
    let market: Market | undefined
    for await (market of readMarket(chain, { isWhole: false }));
    expect(market?.blockTime).toMatchObject({ kind: 'known', value: ofLease })
  })
})

describe('the market of a screen', () => {
  it('grows while it is read, and no picture changes once it is shown', async () => {
    const { look } = setup()
    const { pictures, whenSeen, whenIdle, stop } = look(true, isWhole)
    await whenSeen
    await whenIdle()
    stop()
    const closed = pictures.map(({ leases }) => lengthOf(leases.closed) ?? 0)
    expect(closed).toEqual(closed.toSorted((a, b) => a - b))
    expect(closed.at(-1)).toBe(5_165)
    const running = pictures.map((market) => lengthOf(market.running) ?? 0)
    expect(running.at(-1)).toBe(1_503)
    expect(new Set(pictures).size).toBe(pictures.length)
  })

  it('is whole without the auctions that have ended, and asks for none of them', async () => {
    const { look } = setup()
    const first = look(true, isWhole)
    await first.whenIdle()
    first.stop()
    const { bids, orders, leases } = first.pictures.at(-1) ?? {}
    expect([bids?.lost.kind, orders?.closed.kind]).toEqual(['loading', 'loading'])
    expect(leases && lengthOf(leases.insufficient_funds)).toBe(838)
    node.misbehave(() => undefined)
    const second = look(true, isWhole)
    await second.whenSeen
    expect(node.requests.httpRequests).toBe(0)
    second.stop()
  })

  it('that was whole is not read again for a minute, but then is, without losing a row meanwhile', async () => {
    const { look, client, query } = setup()
    const first = look(false, isRunningRead)
    await first.whenSeen
    await first.whenIdle()
    first.stop()
    node.misbehave(() => undefined)
    const second = look(false, isRunningRead)
    await second.whenSeen
    expect(node.requests.httpRequests).toBe(0)
    second.stop()
    client.setQueryData(query(false).queryKey, (market) => market, { updatedAt: 1 })
    const third = look(false, () => node.requests.httpRequests > 0)
    await third.whenIdle()
    third.stop()
    expect(node.requests.httpRequests).toBeGreaterThan(0)
    expect(third.pictures.every((market) => lengthOf(market.running) === 1_503)).toBe(true)
  })

  it('of a height somebody asked for is never read again', async () => {
    const { look, client, query } = setup({ explicitHeight: 27_400_494n })
    const first = look(false, isRunningRead)
    await first.whenSeen
    await first.whenIdle()
    first.stop()
    client.setQueryData(query(false).queryKey, (market) => market, { updatedAt: 1 })
    node.misbehave(() => undefined)
    const second = look(false, isRunningRead)
    await second.whenSeen
    expect(node.requests.httpRequests).toBe(0)
    second.stop()
  })

  it('that was left while it was read is read on by the next screen at once', async () => {
    const { look } = setup()
    let hold: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      hold = resolve
    })
    node.misbehave((call) => {
      if (queryPath(call) !== ORACLE) return undefined
      hold()
      return new Promise(() => undefined)
    })
    const left = look(false, ({ running }) => running.kind === 'known')
    await Promise.all([left.whenSeen, held])
    left.stop()
    node.misbehave(() => undefined)
    const next = look(false, isRunningRead)
    expect((await next.whenSeen).oracle.kind).toBe('known')
    next.stop()
  })

  it('says of each figure by itself why it could not be had', async () => {
    node.misbehave((call) => {
      if (queryPath(call) === ORACLE)
        return { kind: 'error', error: { code: -32_603, message: 'x' } }
      return undefined
    })
    const { look } = setup()
    const { whenSeen, stop } = look(false, isRunningRead)
    const market = await whenSeen
    stop()
    expect(market.oracle.kind).toBe('failed')
    expect(lengthOf(market.running)).toBe(1_503)
  })

  it('is an error as a whole only where no height can be chosen', async () => {
    const { client, query } = setup({ expectedChainId: 'akashnet-2' })
    await expect(client.fetchQuery(query(false))).rejects.toThrow('skydev-1')
    expect(node.queries.some((asked) => asked.startsWith(LEASES))).toBe(false)
  })
})

function lengthOf(list: Market['leases']['closed'] | Market['running']): number | undefined {
  return list.kind === 'known' ? list.value.items.length : undefined
}

function isRunningRead({ running, oracle }: Market): boolean {
  return running.kind === 'known' && running.value.isComplete && oracle.kind !== 'loading'
}

function isWhole(market: Market): boolean {
  return market.leases.closed.kind === 'known' && market.leases.closed.value.isComplete
}

function setup(overrides: Pick<Partial<Chain>, 'explicitHeight' | 'expectedChainId'> = {}) {
  const chain = { ...connectTo(node.url), ...overrides }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const query = (isWholeAsked: boolean) =>
    marketQuery(chain, { isWhole: isWholeAsked, withAuctions: false })
  return {
    client,
    query,
    /** A screen: it hears of every picture until it is left. */
    look(isWholeAsked: boolean, isSeen: (market: Market) => boolean) {
      const observer = new QueryObserver(client, query(isWholeAsked))
      const pictures: Market[] = []
      let see: (market: Market) => void = () => undefined
      let idle: () => void = () => undefined
      const whenSeen = new Promise<Market>((resolve) => {
        see = resolve
      })
      const becameIdle = new Promise<void>((resolve) => {
        idle = resolve
      })
      const hear = ({ data, fetchStatus }: ReturnType<typeof observer.getCurrentResult>) => {
        if (data !== undefined && data !== pictures.at(-1)) pictures.push(data)
        if (data !== undefined && isSeen(data)) see(data)
        if (fetchStatus === 'idle' && data !== undefined) idle()
      }
      const stop = observer.subscribe(hear)
      hear(observer.getCurrentResult())
      return { pictures, whenSeen, whenIdle: () => becameIdle, stop }
    },
  }
}
