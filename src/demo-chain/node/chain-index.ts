import type { AbciEvent, ChainLedger } from '../chain/ledger.ts'
import { encodeHex } from '../server/bytes.ts'
import type { SearchPlan } from './search-match.ts'
import { matchesHeight, matchesOneEvent } from './search-match.ts'

/** Where a transaction is. */
export interface TxPlace {
  readonly height: bigint
  readonly index: number
}

/** What a search can find of a ledger; kept for as long as the ledger is, and read on as it grows. */
export interface ChainIndex {
  transaction(hash: Uint8Array): TxPlace | undefined
  /** Transactions in the order of the chain. `query`: the text of the plan. */
  searchTxs(query: string, plan: SearchPlan): readonly TxPlace[]
  /** Ascending heights of blocks with events of the governance module that match. */
  searchBlocks(plan: SearchPlan): bigint[]
}

/** Of each transaction, and many times the size of the rest; searches for them read the blocks again. */
const UNKEPT_TYPES: ReadonlySet<string> = new Set(['tx', 'coin_spent', 'coin_received', 'transfer'])

const MAX_KEPT_SEARCHES = 16

interface KeptTx extends TxPlace {
  readonly events: readonly AbciEvent[]
}

interface KeptSearch {
  readonly found: TxPlace[]
  searched: number
}

const indexes = new WeakMap<ChainLedger, ChainIndex>()

/** The one index of a ledger, whichever node asks: an index is not pruned with blocks, so all nodes have the same. */
export function chainIndexOf(ledger: ChainLedger): ChainIndex {
  const known = indexes.get(ledger)
  if (known !== undefined) return known
  const index = createChainIndex(ledger)
  indexes.set(ledger, index)
  return index
}

function createChainIndex(ledger: ChainLedger): ChainIndex {
  const txs: KeptTx[] = []
  const places = new Map<string, TxPlace>()
  const blocks: { readonly height: bigint; readonly events: readonly AbciEvent[] }[] = []
  const searches = new Map<string, KeptSearch>()
  let blocksRead = 0
  /** Transactions whose hashes are known. */
  let placed = 0

  /** Takes in what the ledger has gained. */
  function readOn(): void {
    const heights = ledger.eventfulHeights()
    for (; blocksRead < heights.length; blocksRead++) {
      const height = heights[blocksRead]
      if (height === undefined) continue
      const block = ledger.blockAt(height)
      if (block.govEvents.length > 0) blocks.push({ height, events: block.govEvents })
      for (const { index, messageEvents } of block.txs) {
        const kept = messageEvents.filter(({ type }) => !UNKEPT_TYPES.has(type))
        txs.push({ height, index, events: kept })
      }
    }
  }

  /** A query is asked again for every page of its answer: only what is new since is looked at. */
  function keptSearch(query: string): KeptSearch {
    const known = searches.get(query)
    if (known !== undefined) return known
    const search: KeptSearch = { found: [], searched: 0 }
    const [oldest] = searches.keys()
    if (oldest !== undefined && searches.size >= MAX_KEPT_SEARCHES) searches.delete(oldest)
    searches.set(query, search)
    return search
  }

  return {
    transaction(hash) {
      readOn()
      for (; placed < txs.length; placed++) {
        const place = txs[placed]
        const tx = place && ledger.blockAt(place.height).txs[place.index]
        if (tx) places.set(encodeHex(tx.hash), { height: place.height, index: place.index })
      }
      return places.get(encodeHex(hash))
    },
    searchTxs(query, plan) {
      readOn()
      const search = keptSearch(query)
      const isKept = plan.onEvents.every(({ type }) => !UNKEPT_TYPES.has(type))
      for (; search.searched < txs.length; search.searched++) {
        const tx = txs[search.searched]
        if (tx === undefined || !matchesHeight(plan, tx.height)) continue
        const { height, index } = tx
        const events = isKept ? tx.events : (ledger.blockAt(height).txs[index]?.events ?? [])
        if (matchesOneEvent(plan, events)) search.found.push({ height, index })
      }
      return search.found
    },
    searchBlocks(plan) {
      readOn()
      return blocks
        .filter(
          ({ height, events }) => matchesHeight(plan, height) && matchesOneEvent(plan, events),
        )
        .map(({ height }) => height)
    },
  }
}
