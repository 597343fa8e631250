import type { ChainLedger, ChainState } from '../chain/ledger.ts'
import type { MarketRoutes } from '../market/create-market.ts'
import type { MarketOptions } from '../market/market-world.ts'
import { answerAppQuery } from './app-queries.ts'
import { GOV_ROUTES } from './gov-routes.ts'
import type { LivingRoute } from './living-route.ts'
import { isLivingStore, livingStores } from './living-stores.ts'
import { MONEY_ROUTES } from './money-routes.ts'
import type { NodeIdentity } from './node-info.ts'
import { NODE_INFO_ROUTES } from './node-info.ts'
import type { QueryAnswer } from './query-answer.ts'
import { plainFailure } from './query-answer.ts'
import type { Absences, AskedQuery, StateLimits, StateQuery } from './refusals.ts'
import { hasState, noProof, refuse, resolveQuery, unknownPath } from './refusals.ts'
import { STAKING_ROUTES } from './staking-routes.ts'
import { parseStorePath } from './store-path.ts'
import { answerMissingVersion, answerStoreKey, answerSubspace } from './store-queries.ts'
import { UPGRADE_ROUTES } from './upgrade-routes.ts'
import { readFields, WireFieldError } from './wire-fields.ts'

/** The SDK application of one node of a living chain. */
export interface Application {
  /**
   * What has to be waited for before a path can be answered: the marketplace is a file of its own. undefined: nothing.
   * Rejects where the file cannot be had; the next call tries again.
   */
  prepare?(path: string): Promise<void> | undefined
  /**
   * @param limits the states the node has
   * @param node what the node says of itself, where it is asked for that
   */
  answer(query: AskedQuery, limits: StateLimits, node?: Partial<NodeIdentity>): QueryAnswer
}

/** Every gRPC query the chain has a route for, beside those of the marketplace. */
const ROUTES: ReadonlyMap<string, LivingRoute[1]> = new Map([
  ...GOV_ROUTES,
  ...STAKING_ROUTES,
  ...UPGRADE_ROUTES,
  ...MONEY_ROUTES,
  ...NODE_INFO_ROUTES,
])

const SPECIAL_PATH = /^\/?(app|store|p2p)(\/|$)/

/** Queries of Akash's own modules, which are those of the marketplace. */
const AKASH_PATH = /^\/akash/

/**
 * What the application of a living chain answers to `abci_query`. It can prove nothing, for its stores are no trees:
 * asked for a proof it says what a node says that has none (steady/237).
 */
export function createApplication(ledger: ChainLedger, market: MarketOptions = {}): Application {
  let marketRoutes: MarketRoutes | undefined

  /** A chain without the module has none of its paths: an empty list would claim that nobody leases anything. */
  const hasMarket = (): boolean =>
    stateAt(0n)
      .moduleVersions()
      .some(({ name }) => name === 'market')

  const routeOf = (path: string): LivingRoute[1] | undefined =>
    ROUTES.get(path) ?? marketRoutes?.get(path)

  const absences: Absences = {
    isUnknownPath: (path) => routeOf(path) === undefined && !SPECIAL_PATH.test(path),
    isUnknownStore: (store) => !isLivingStore(store),
  }

  /** The state of a height, or the nearest there is: a node may tell of blocks the chain does not have yet. */
  function stateAt(height: bigint): ChainState {
    const { initialHeight } = ledger
    const tip = ledger.tip()
    return ledger.stateAt(height > tip ? tip : height < initialHeight ? initialHeight : height)
  }

  function identityOf(limits: StateLimits, node: Partial<NodeIdentity>): NodeIdentity {
    return {
      id: '',
      moniker: '',
      chainId: ledger.chainId,
      cometVersion: '',
      channels: new Uint8Array(),
      listenAddress: '',
      rpcAddress: '',
      hasTxIndex: true,
      appVersion: stateAt(limits.latestState).appVersion,
      ...node,
    }
  }

  function answerRead(query: StateQuery, store: string, read: string, limits: StateLimits) {
    const { data, prove, height, askedHeight } = query
    if (read === 'subspace') {
      const shownHeight = askedHeight === 0n ? limits.latestState : askedHeight
      return answerSubspace(livingStores(stateAt(limits.latestState)), store, data, shownHeight)
    }
    if (prove) return noProof()
    if (!hasState(height, limits)) return answerMissingVersion(data, height)
    return answerStoreKey(livingStores(stateAt(height)), store, data, height)
  }

  function answerRoute(
    query: StateQuery,
    limits: StateLimits,
    node: Partial<NodeIdentity>,
  ): QueryAnswer | undefined {
    const { path, data, height } = query
    try {
      return routeOf(path)?.({
        path,
        request: readFields(data),
        state: stateAt(height),
        height,
        node: identityOf(limits, node),
      })
    } catch (cause) {
      if (!(cause instanceof WireFieldError)) throw cause
      return plainFailure(cause.message, height)
    }
  }

  return {
    prepare(path) {
      if (marketRoutes !== undefined || !AKASH_PATH.test(path) || !hasMarket()) return undefined
      return import('../market/create-market.ts').then(({ createMarket }) => {
        marketRoutes ??= createMarket(ledger, market)
      })
    },
    answer(asked, limits, node = {}) {
      const query = resolveQuery(asked, limits.latestState)
      const refused = refuse(query, limits, absences)
      if (refused !== undefined) return refused
      const read = parseStorePath(query.path)
      const answer =
        read === undefined
          ? (answerAppQuery(query.path, identityOf(limits, node).appVersion, query.height) ??
            answerRoute(query, limits, node))
          : answerRead(query, read.store, read.read, limits)
      return answer ?? unknownPath()
    },
  }
}
