import type { Answered } from '../../chain/gov.ts'
import { bidsOf, deploymentsOf, leasesOf, ordersOf } from '../../chain/market/market-lists.ts'
import { MARKET_PATH } from '../../chain/market/market-paths.ts'
import {
  fetchActSupply,
  fetchBmeStatus,
  fetchBmeVault,
  fetchOraclePrice,
} from '../../chain/market/money.ts'
import { fetchAudits, fetchProviders } from '../../chain/market/providers.ts'
import type { MarketQuery } from '../../chain/market/read-market-list.ts'
import { fetchHeaderTime } from '../../chain/node.ts'
import { type Figure, LOADING } from '../../domain/figure.ts'
import type { Market, Provider } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import type { Chain } from '../chain.ts'
import { describeQueryFailure } from '../failures.ts'
import { isStateMissing, type Pinned } from '../pinned.ts'
import { datedFigure } from './dated-figure.ts'
import { measureBlockTime } from './measure-block-time.ts'
import type { MarketScope } from './read-market.ts'
import { type Part, readPart } from './read-part.ts'
import { runningLeases } from './running-leases.ts'

type Told = ReturnType<typeof fetchHeaderTime>

/** A market being read at one height: run it once, and look at it as often as wanted. */
export interface MarketReading {
  readonly picture: () => Market
  /** Reads it all. Rejects only when aborted. `tell` hears of everything new. */
  readonly run: (scope: MarketScope, tell: () => void) => Promise<void>
  /** Whether a node that was asked had no state of the height. */
  readonly isStateLost: () => boolean
}

type Parts = Omit<Market, 'source' | 'running'>

const NOTHING_READ: Parts = {
  leases: { active: LOADING, reclaiming: LOADING, insufficient_funds: LOADING, closed: LOADING },
  bids: { open: LOADING, active: LOADING, lost: LOADING },
  orders: { open: LOADING, active: LOADING, closed: LOADING },
  deployments: { active: LOADING, closed: LOADING },
  providers: LOADING,
  oracle: LOADING,
  bme: LOADING,
  actSupply: LOADING,
  blockTime: LOADING,
}

export function createMarketReading(
  { transport }: Chain,
  { pin, facts }: Pinned,
  signal: AbortSignal | undefined,
): MarketReading {
  const { height } = pin
  const options = signal ? { signal } : {}
  let time: Date | undefined
  let parts = NOTHING_READ
  let isStateLost = false

  const sourceOf = (query: string, endpoint: string): Source => {
    return { chainId: facts.chainId, height, time, endpoint, query }
  }
  const noteLoss = (error: unknown) => {
    isStateLost ||= isStateMissing(error)
  }

  const running = createJoin()
  const list = async <Wire, Item>(
    query: MarketQuery<Wire, Item>,
    show: (part: Part<Item>) => void,
  ): Promise<void> => noteLoss(await readPart(transport, query, options, sourceOf, show))

  const figure = async <T>(
    query: string,
    read: () => Promise<Answered<T>>,
    show: (figure: Figure<T>) => void,
  ): Promise<void> => {
    try {
      const { value, endpoint } = await read()
      show({ kind: 'known', value, source: sourceOf(query, endpoint) })
    } catch (error) {
      signal?.throwIfAborted()
      noteLoss(error)
      show({ kind: 'failed', failure: describeQueryFailure(error) })
    }
  }

  const readTime = async (header: Told, tell: () => void): Promise<void> => {
    // A picture without its time is a picture all the same.
    const told = await header.catch(() => undefined)
    if (told === undefined) return
    time = told.value
    parts = datedParts(parts, time)
    tell()
  }

  const readProviders = async (): Promise<Answered<readonly Provider[]>> => {
    const [providers, audits] = await Promise.all([
      fetchProviders(transport, height, options),
      fetchAudits(transport, height, options),
    ])
    const auditors = new Map<string, string[]>()
    for (const { provider, auditor } of audits.value) {
      const known = auditors.get(provider)
      if (known === undefined) auditors.set(provider, [auditor])
      else known.push(auditor)
    }
    return {
      ...providers,
      value: providers.value.map((provider) => {
        return { ...provider, auditors: auditors.get(provider.owner) ?? [] }
      }),
    }
  }

  const readBme = async () => {
    const [status, vault] = await Promise.all([
      fetchBmeStatus(transport, height, options),
      fetchBmeVault(transport, height, options),
    ])
    return { ...status, value: { status: status.value, vault: vault.value } }
  }

  const readRunning = (tell: () => void) => {
    const set = (next: Partial<Parts>) => {
      parts = { ...parts, ...next }
      tell()
    }
    const header = fetchHeaderTime(transport, height, options)
    return Promise.all([
      list(leasesOf('active', height), (active) => set({ leases: { ...parts.leases, active } })),
      list(leasesOf('reclaiming', height), (reclaiming) =>
        set({ leases: { ...parts.leases, reclaiming } }),
      ),
      list(bidsOf('active', height), (active) => set({ bids: { ...parts.bids, active } })),
      list(ordersOf('active', height), (active) => set({ orders: { ...parts.orders, active } })),
      list(ordersOf('open', height), (open) => set({ orders: { ...parts.orders, open } })),
      list(bidsOf('open', height), (open) => set({ bids: { ...parts.bids, open } })),
      list(deploymentsOf('active', height), (active) =>
        set({ deployments: { ...parts.deployments, active } }),
      ),
      readTime(header, tell),
      figure(
        'header',
        () =>
          measureBlockTime(transport, { height, oldest: facts.earliestHeight, header }, options),
        (blockTime) => set({ blockTime }),
      ),
      figure(`${MARKET_PATH.providers}, ${MARKET_PATH.audits}`, readProviders, (providers) =>
        set({ providers }),
      ),
      figure(
        MARKET_PATH.oracle,
        () => fetchOraclePrice(transport, height, options),
        (oracle) => set({ oracle }),
      ),
      figure(`${MARKET_PATH.bmeStatus}, ${MARKET_PATH.bmeVault}`, readBme, (bme) => set({ bme })),
      figure(
        MARKET_PATH.supplyOf,
        () => fetchActSupply(transport, height, options),
        (actSupply) => set({ actSupply }),
      ),
    ])
  }

  const readEnded = (withAuctions: boolean, tell: () => void) => {
    const set = (next: Partial<Parts>) => {
      parts = { ...parts, ...next }
      tell()
    }
    return Promise.all([
      list(leasesOf('insufficient_funds', height), (part) =>
        set({ leases: { ...parts.leases, insufficient_funds: part } }),
      ),
      list(leasesOf('closed', height), (closed) => set({ leases: { ...parts.leases, closed } })),
      list(deploymentsOf('closed', height), (closed) =>
        set({ deployments: { ...parts.deployments, closed } }),
      ),
      ...(withAuctions
        ? [
            list(bidsOf('lost', height), (lost) => set({ bids: { ...parts.bids, lost } })),
            list(ordersOf('closed', height), (closed) =>
              set({ orders: { ...parts.orders, closed } }),
            ),
          ]
        : []),
    ])
  }

  return {
    picture: () => ({
      source: sourceOf(MARKET_PATH.leases, facts.endpoint),
      running: running(parts),
      ...parts,
    }),
    async run({ isWhole, withAuctions = true }, tell) {
      await readRunning(tell)
      if (isWhole) await readEnded(withAuctions, tell)
    },
    isStateLost: () => isStateLost,
  }
}

/** Leases with what they hold, joined when they are looked at, and anew only where one of the lists is. */
function createJoin(): (parts: Parts) => Market['running'] {
  let of: readonly unknown[] = []
  let joined: Market['running'] = LOADING
  return ({ leases, bids, orders }) => {
    const lists = [leases.active, leases.reclaiming, bids.active, orders.active]
    if (lists.some((list, index) => list !== of[index])) {
      of = lists
      joined = runningLeases([leases.active, leases.reclaiming], bids.active, orders.active)
    }
    return joined
  }
}

function datedParts(parts: Parts, time: Date): Parts {
  const { leases, bids, orders, deployments } = parts
  const of = <T>(figure: Figure<T>) => datedFigure(figure, time)
  return {
    leases: {
      active: of(leases.active),
      reclaiming: of(leases.reclaiming),
      insufficient_funds: of(leases.insufficient_funds),
      closed: of(leases.closed),
    },
    bids: { open: of(bids.open), active: of(bids.active), lost: of(bids.lost) },
    orders: { open: of(orders.open), active: of(orders.active), closed: of(orders.closed) },
    deployments: { active: of(deployments.active), closed: of(deployments.closed) },
    providers: of(parts.providers),
    oracle: of(parts.oracle),
    bme: of(parts.bme),
    actSupply: of(parts.actSupply),
    blockTime: of(parts.blockTime),
  }
}
