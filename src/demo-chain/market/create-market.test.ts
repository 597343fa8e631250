import { describe, expect, it } from 'vitest'
import { QueryProvidersResponse as AuditedProvidersResponse } from '../../chain/proto/generated/akash/audit/v1/query.ts'
import {
  QueryStatusResponse,
  QueryVaultStateResponse,
} from '../../chain/proto/generated/akash/bme/v1/query.ts'
import { BidID } from '../../chain/proto/generated/akash/market/v1/bid.ts'
import {
  QueryLeaseRequest,
  type QueryLeaseResponse,
} from '../../chain/proto/generated/akash/market/v1beta5/query.ts'
import {
  QueryAggregatedPriceRequest,
  QueryAggregatedPriceResponse,
} from '../../chain/proto/generated/akash/oracle/v2/query.ts'
import { QueryProvidersResponse } from '../../chain/proto/generated/akash/provider/v1beta4/query.ts'
import { refusalText } from '../application/testing/ask.ts'
import { encodeIntegerField } from '../application/wire-fields.ts'
import { encodeBase64 } from '../server/bytes.ts'
import { GENESIS, openMarket, readAll } from './testing/open-market.ts'

const HEIGHT = GENESIS + 5_000
const market = openMarket()
const LEASE_STATES = ['active', 'insufficient_funds', 'closed', 'reclaiming']

type Id = NonNullable<NonNullable<QueryLeaseResponse['lease']>['id']>

const orderKey = ({ owner, dseq, gseq, oseq }: Omit<Id, 'provider' | 'bseq'>): string =>
  `${owner}/${dseq}/${gseq}/${oseq}`
const bidKey = (id: Id | undefined): string =>
  id === undefined ? 'no id' : `${orderKey(id)}/${id.provider}/${id.bseq}`
const keysOf = (leases: readonly QueryLeaseResponse[]): string[] =>
  leases.map(({ lease }) => bidKey(lease?.id))

describe('the demo market', () => {
  it('is that of its chain and height alone, whatever was asked before', () => {
    const late = readAll(market.leases, { state: 'active' }, HEIGHT + 9_000)
    const again = openMarket()
    expect(readAll(again.leases, { state: 'active' }, HEIGHT + 9_000)).toEqual(late)
    expect(readAll(again.leases, { state: 'active' }, HEIGHT)).toEqual(
      readAll(market.leases, { state: 'active' }, HEIGHT),
    )
    const other = openMarket({ leases: 4_000 }, 'skydemo-10')
    expect(keysOf(readAll(other.leases, { state: 'active' }, HEIGHT))).not.toEqual(keysOf(late))
  })

  it('tells the same of a height once its books reach far beyond it', () => {
    const height = GENESIS + 6_900
    const bytesOf = () =>
      [market.deployments, market.orders].map((list) =>
        encodeBase64(list({}, height, { limit: 5_000n }).answer.value ?? new Uint8Array()),
      )
    const before = bytesOf()
    market.leases({ state: 'active' }, GENESIS + 60_000)
    expect(bytesOf()).toEqual(before)
  })

  it('has fewer running leases, long and busy ones, where it is asked for few', () => {
    const few = openMarket({ leases: 300 })
    for (const height of [GENESIS, GENESIS + 60_000]) {
      const running = ['active', 'reclaiming'].flatMap((state) =>
        readAll(few.leases, { state }, height),
      )
      expect(running.length).toBeGreaterThan(200)
      expect(running.length).toBeLessThan(350)
    }
    const closed = (height: number) => readAll(few.leases, { state: 'closed' }, height).length
    expect(closed(GENESIS)).toBeLessThan(30)
    expect(closed(GENESIS + 9_000)).toBeGreaterThan(closed(GENESIS) + 30)
  })

  it('has about 1,500 running leases at every height, some given notice', () => {
    for (const height of [GENESIS, HEIGHT, GENESIS + 18_000, GENESIS + 40_000]) {
      const active = readAll(market.leases, { state: 'active' }, height).length
      const reclaiming = readAll(market.leases, { state: 'reclaiming' }, height).length
      expect(active + reclaiming).toBeGreaterThan(1_400)
      expect(active + reclaiming).toBeLessThan(1_700)
      expect(reclaiming).toBeGreaterThan(20)
      expect(reclaiming).toBeLessThan(150)
    }
  })

  it('has as many ended leases as it is given', () => {
    const ended = readAll(market.leases, { state: 'closed' }, GENESIS).length
    const lapsed = readAll(market.leases, { state: 'insufficient_funds' }, GENESIS).length
    expect(ended + lapsed).toBeGreaterThan(2_300)
    expect(ended + lapsed).toBeLessThan(2_650)
    expect(lapsed).toBeGreaterThan(100)
  })
})

describe('its records', () => {
  const leases = readAll(market.leases, {}, HEIGHT)
  const orders = new Map(
    readAll(market.orders, {}, HEIGHT).flatMap((order) =>
      order.id ? [[orderKey(order.id), order] as const] : [],
    ),
  )
  const bids = new Map(
    readAll(market.bids, {}, HEIGHT).map((response) => [bidKey(response.bid?.id), response.bid]),
  )
  const deployments = new Map(
    readAll(market.deployments, {}, HEIGHT).map((response) => {
      const id = response.deployment?.id
      return [`${id?.owner}/${id?.dseq}`, response] as const
    }),
  )

  it('agree: of every lease there are order, bid and deployment in the states that go with its own', () => {
    const together = { 1: '2 2', 4: '2 2', 2: '3 4', 3: '3 4' } as Readonly<Record<number, string>>
    for (const { lease, escrowPayment } of leases) {
      const id = lease?.id
      if (lease === undefined || id === undefined) throw new Error('a lease without an id')
      const order = orders.get(orderKey(id))
      const bid = bids.get(bidKey(id))
      expect(`${order?.state} ${bid?.state}`).toBe(together[lease.state])
      expect(bid?.price).toEqual(lease.price)
      expect(bid?.createdAt).toBeLessThan(lease.createdAt)
      expect(escrowPayment?.state?.rate).toEqual(lease.price)
      expect(deployments.get(`${id.owner}/${id.dseq}`)?.groups[id.gseq - 1]?.groupSpec).toEqual(
        order?.spec,
      )
      if (lease.closedOn > 0n) expect(lease.closedOn).toBeGreaterThan(lease.createdAt)
    }
    const running = leases.filter(({ lease }) => lease?.state === 1 || lease?.state === 4)
    expect([...bids.values()].filter((bid) => bid?.state === 2)).toHaveLength(running.length)
    expect([...orders.values()].filter(({ state }) => state === 2)).toHaveLength(running.length)
  })

  it('add up: an account paid out what its payments took, and what is left is not less than nothing', () => {
    const settled = new Map<string, bigint>()
    for (const { lease, escrowPayment } of leases) {
      const of = `${lease?.id?.owner}/${lease?.id?.dseq}`
      const { balance, withdrawn } = escrowPayment?.state ?? {}
      expect(BigInt(balance?.amount ?? '-1')).toBeGreaterThanOrEqual(0n)
      const paid = BigInt(balance?.amount ?? 0) + BigInt(withdrawn?.amount ?? 0) * 10n ** 18n
      settled.set(of, (settled.get(of) ?? 0n) + paid)
    }
    for (const [of, { escrowAccount }] of deployments) {
      const { transferred = [], funds = [], settledAt = 0n } = escrowAccount?.state ?? {}
      expect(BigInt(transferred[0]?.amount ?? 0)).toBe(settled.get(of) ?? 0n)
      expect(BigInt(funds[0]?.amount ?? -1)).toBeGreaterThanOrEqual(0n)
      expect(settledAt).toBeLessThanOrEqual(BigInt(HEIGHT))
    }
  })

  it('have some accounts that are spent before anybody has noticed', () => {
    const spent = leases.filter(({ lease, escrowPayment }) => {
      if (lease?.state !== 1) return false
      const account = deployments.get(`${lease.id?.owner}/${lease.id?.dseq}`)?.escrowAccount?.state
      const since = BigInt(HEIGHT) - (account?.settledAt ?? 0n)
      const due = BigInt(escrowPayment?.state?.rate?.amount ?? 0) * since
      return BigInt(account?.funds[0]?.amount ?? 0) <= due
    })
    expect(spent.length).toBeGreaterThan(3)
    expect(spent.length).toBeLessThan(60)
  })

  it('are priced as their time was: AKT and axlUSDC for what ended before v2.0.0, ACT since', () => {
    const denoms = (isOld: boolean) =>
      new Set(
        leases
          .filter(({ lease }) => {
            const end = lease?.closedOn ?? 0n
            return isOld === (end > 0n && end < 26_063_000n)
          })
          .map(({ lease }) => lease?.price?.denom.slice(0, 4)),
      )
    expect([...denoms(true)].sort()).toEqual(['ibc/', 'uakt'])
    expect([...denoms(false)]).toEqual(['uact'])
    const reasons = new Set(leases.map(({ lease }) => lease?.reason))
    expect([...reasons].sort()).toEqual([0, 1, 10_000, 10_001, 10_002, 10_003, 20_000].sort())
  })
})

describe('its pages', () => {
  it.each([1n, 7n, 100n, 5_000n])(
    'give every lease once, %i at a time, and in the same order',
    (limit) => {
      const state = limit === 1n ? 'reclaiming' : 'active'
      const walked = keysOf(readAll(market.leases, { state }, HEIGHT, { limit }))
      expect(new Set(walked).size).toBe(walked.length)
      expect(walked).toEqual(keysOf(market.leases({ state }, HEIGHT, { limit: 10_000n }).items))
      expect(walked).toEqual(
        [...walked].sort((a, b) => (a.split('/')[0] ?? '').localeCompare(b.split('/')[0] ?? '')),
      )
    },
  )

  it('walk backwards the same way', () => {
    const forth = keysOf(readAll(market.leases, { state: 'closed' }, HEIGHT))
    const back = keysOf(readAll(market.leases, { state: 'closed' }, HEIGHT, { reverse: true }))
    expect(back).toEqual(forth.toReversed())
  })

  it('without a state go through all of them', () => {
    const all = keysOf(readAll(market.leases, {}, HEIGHT, { limit: 333n }))
    const each = LEASE_STATES.flatMap((state) => keysOf(readAll(market.leases, { state }, HEIGHT)))
    expect(all).toEqual(each)
  })

  it('of an owner or a provider hold what is theirs and nothing else', () => {
    const all = readAll(market.leases, {}, HEIGHT)
    const { owner = '', provider = '' } = all[50]?.lease?.id ?? {}
    for (const filters of [{ owner }, { provider }, { owner, provider }]) {
      const theirs = keysOf(readAll(market.leases, filters, HEIGHT, { limit: 5n }))
      const expected = all.filter(({ lease }) =>
        Object.entries(filters).every(([name, value]) =>
          name === 'owner' ? lease?.id?.owner === value : lease?.id?.provider === value,
        ),
      )
      expect(theirs.toSorted()).toEqual(keysOf(expected).toSorted())
      expect(theirs.length).toBeGreaterThan(0)
    }
    expect(readAll(market.bids, { provider }, HEIGHT).length).toBeGreaterThan(
      readAll(market.leases, { provider }, HEIGHT).length,
    )
  })

  it('tell as their total only how many they hold, and refuse what a node refuses', () => {
    const page = market.leases({ state: 'active' }, HEIGHT, { limit: 3n, countTotal: true })
    expect(page.total).toBe(3n)
    const refusal = (filters: { state?: string }, page: { offset?: bigint; key?: Uint8Array }) =>
      refusalText(market.leases(filters, HEIGHT, page).answer)
    const invalid = 'sdk 18: rpc error: code = InvalidArgument desc = '
    expect(refusal({ state: 'bogus' }, {})).toBe(`${invalid}invalid state value: invalid request`)
    expect(refusal({}, { offset: 1n })).toBe(
      `${invalid}invalid request parameters. if offset is set, filter.state must be provided: invalid request`,
    )
    expect(refusal({ state: 'active' }, { key: Uint8Array.of(1, 2, 3) })).toBe(
      `${invalid}pagination: invalid key: invalid key length: invalid request`,
    )
    const offset = market.leases({ state: 'active' }, HEIGHT, { offset: 2n, limit: 1n })
    expect(keysOf(offset.items)).toEqual(keysOf(page.items).slice(2))
  })

  it('fail with the word of the node where one payment is missing, and alone', () => {
    const broken = openMarket({ leases: 4_000, missingPayments: 1 })
    const { answer } = broken.leases({ state: 'active' }, GENESIS, { limit: 5_000n })
    expect(refusalText(answer)).toBe(
      'sdk 6: rpc error: code = Internal desc = payment not found: unknown request',
    )
    const fails = (offset: bigint, limit: bigint) =>
      broken.leases({ state: 'active' }, GENESIS, { offset, limit }).answer.code !== 0
    const pages = Array.from({ length: 40 }, (_, at) => BigInt(at) * 50n)
    const failing = pages.filter((offset) => fails(offset, 50n))
    expect(failing).toHaveLength(1)
    const [from = 0n] = failing
    const rows = Array.from({ length: 50 }, (_, at) => from + BigInt(at))
    expect(rows.filter((offset) => fails(offset, 1n))).toHaveLength(1)
  })
})

describe('its single records', () => {
  it('are those of the lists; of others the node knows nothing', () => {
    const [first] = market.leases({ state: 'active' }, HEIGHT).items
    const id = first?.lease?.id
    if (id === undefined) throw new Error('no lease')
    const path = '/akash.market.v1beta5.Query/Lease'
    const asked = QueryLeaseRequest.encode({ id }).finish()
    expect(market.ask(path, asked, HEIGHT)).toMatchObject({ code: 0 })
    const other = QueryLeaseRequest.encode({ id: BidID.decode(encodeIntegerField(2, 7n)) }).finish()
    expect(market.ask(path, other, HEIGHT)).toMatchObject({ code: 22 })
  })
})

describe('who and what is around it', () => {
  it('are 60 providers, all but one of them at work, and auditors of most', () => {
    const path = '/akash.provider.v1beta4.Query/Providers'
    const { providers } = QueryProvidersResponse.decode(
      market.ask(path, new Uint8Array(), HEIGHT).value ?? new Uint8Array(),
    )
    expect(providers).toHaveLength(60)
    const active = readAll(openMarket({}).leases, { state: 'active' }, HEIGHT)
    expect(new Set(active.map(({ lease }) => lease?.id?.provider)).size).toBe(59)
    const audited = AuditedProvidersResponse.decode(
      market.ask('/akash.audit.v1.Query/AllProvidersAttributes', new Uint8Array(), HEIGHT).value ??
        new Uint8Array(),
    ).providers
    const owners = new Set(providers.map(({ owner }) => owner))
    expect(audited.length).toBeGreaterThan(40)
    expect(audited.filter(({ owner }) => !owners.has(owner))).toEqual([])
  })

  it('is an oracle that knows akt only, and is at times without enough sources', () => {
    const path = '/akash.oracle.v2.Query/AggregatedPrice'
    const priceAt = (denom: string, height: number) =>
      market.ask(path, QueryAggregatedPriceRequest.encode({ denom }).finish(), height)
    expect(refusalText(priceAt('uakt', HEIGHT))).toContain("not found: key 'uakt/usd'")
    const healthy = Array.from({ length: 43 }, (_, at) => {
      const { value = new Uint8Array() } = priceAt('akt', GENESIS + at * 100)
      return QueryAggregatedPriceResponse.decode(value).priceHealth?.isHealthy
    })
    expect(healthy.filter((isHealthy) => isHealthy === false)).toHaveLength(1)
  })

  it('is a module that minted what it did not burn and there is, and halts without an oracle', () => {
    const { vaultState } = QueryVaultStateResponse.decode(
      market.ask('/akash.bme.v1.Query/VaultState', new Uint8Array(), HEIGHT).value ??
        new Uint8Array(),
    )
    const act = (coins: readonly { denom: string; amount: string }[] = []) =>
      BigInt(coins.find(({ denom }) => denom === 'uact')?.amount ?? 0)
    expect(act(vaultState?.totalMinted) - act(vaultState?.totalBurned)).toBe(3_871_204_557_310n)
    const statuses = Array.from({ length: 86 }, (_, at) => {
      const { value = new Uint8Array() } = market.ask(
        '/akash.bme.v1.Query/Status',
        new Uint8Array(),
        GENESIS + at * 50,
      )
      return QueryStatusResponse.decode(value)
    })
    expect(statuses.filter(({ status }) => status === 4)).toHaveLength(2)
    expect(statuses.filter(({ mintsAllowed }) => !mintsAllowed)).toHaveLength(2)
  })
})
