import { queryOptions } from '@tanstack/react-query'
import type { ProposalArchive } from '../archive/proposal-archive.ts'
import { fetchBondedTokens, fetchGovParams, type ProposalPage } from '../chain/gov.ts'
import { fetchProposalPage } from '../chain/gov-pages.ts'
import { GOV_PATH } from '../chain/gov-paths.ts'
import type { ReadProposal } from '../chain/gov-proposal.ts'
import { fetchBlockTime } from '../chain/node.ts'
import type { Figure } from '../domain/figure.ts'
import type { GovParams } from '../domain/gov-params.ts'
import type { PinChoice } from '../domain/pin.ts'
import type { ProposalRow, Tally } from '../domain/proposal.ts'
import { mergeRows } from '../domain/proposal-rows.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'
import { isSameBytes, type Kept, loadKept } from './kept-proposals.ts'
import { firstPage, REST_PAGE_SIZE } from './list-start.ts'
import { countVotes, type LiveTallies, lacksTallies } from './live-tallies.ts'
import { fetchPinned, isStateMissing, type Pinned, readAtPin } from './pinned.ts'

/** Every proposal of a chain at one height, as far as it has been read. */
export interface ProposalList {
  readonly pin: PinChoice
  readonly source: Source
  /** Newest first; numbers the chain has no proposal for stand as gaps once both neighbours are known. */
  readonly rows: readonly ProposalRow[]
  /** false while older pages are still to come. */
  readonly isComplete: boolean
  /** How many rows came from an earlier visit. */
  readonly keptCount: number
  readonly params: Figure<GovParams>
  readonly bondedTokens: Figure<bigint>
  /** Live tallies of the proposals in vote, by id as text. */
  readonly tallies: LiveTallies
  /** Set where no node could be read: all of it is as an earlier visit left it. `missing` proposals were not kept. */
  readonly onlyKept?: { readonly missing: number } | undefined
}

/** The list as a query: its data grow while it is being fetched. */
export function proposalListQuery(chain: Chain) {
  const queryKey = [chain.key, 'proposals'] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }) => {
      // Read again, the rows and tallies of the last reading stay until the new picture is whole.
      const wasWhole = client.getQueryData<ProposalList>(queryKey)?.isComplete === true
      let latest: ProposalList | undefined
      for await (const list of readProposalList(chain, signal)) {
        // A reader who has left stops it; what is told of that is no news of the chain.
        signal.throwIfAborted()
        latest = list
        if (!wasWhole) client.setQueryData(queryKey, list)
      }
      if (latest === undefined) throw new Error('reading the list gave nothing')
      return latest
    },
    // A reading that was broken off is read again by whoever looks next.
    staleTime: ({ state }) => {
      if (!isWhole(state.data)) return 0
      return chain.explicitHeight === undefined ? 30_000 : Number.POSITIVE_INFINITY
    },
  })
}

/** Whether a reading went to its end: every row is there, and every open vote was asked for its tally. */
function isWhole(list: ProposalList | undefined): boolean {
  if (list === undefined || !list.isComplete) return false
  return [...list.tallies.values()].every(({ kind }) => kind !== 'loading')
}

/**
 * Reads the list in steps, each a whole picture at one height: the newest rows first (two round trips), then live
 * tallies and the rest. After an earlier visit only what can have changed is read. Where the nodes that know the height
 * are gone half-way, all of it is read once more at a height of those that are left.
 */
export async function* readProposalList(
  chain: Chain,
  signal?: AbortSignal,
): AsyncGenerator<ProposalList> {
  if (chain.onlyKept !== undefined) {
    const { readKeptList } = await import('./kept-list.ts')
    yield await readKeptList(chain, chain.onlyKept.chainId)
    return
  }
  let last: ProposalList | undefined
  try {
    for await (const list of readAtOneHeight(chain, signal)) {
      last = list
      yield list
    }
  } catch (error) {
    if (last === undefined || chain.explicitHeight !== undefined || !isStateMissing(error)) {
      throw error
    }
    yield* readAtOneHeight(chain, signal)
    return
  }
  if (chain.explicitHeight === undefined && last !== undefined && lacksTallies(last.tallies)) {
    yield* readAtOneHeight(chain, signal)
  }
}

async function* readAtOneHeight(
  chain: Chain,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProposalList> {
  const first = await fetchPinned(chain, signal)
  const archive = chain.openArchive(first.facts.chainId)
  const kept = chain.explicitHeight === undefined ? await loadKept(archive) : undefined
  const start = await readAtPin(first, (pinned) => fetchStart(chain, pinned, kept, signal))
  if (kept !== undefined && !isStillTheSame(kept, start.page)) {
    // Another chain under the old name: what was kept is not its history.
    await archive.clear()
    const anew = await readAtPin(first, (pinned) => fetchStart(chain, pinned, undefined, signal))
    yield* readRest(chain, archive, anew, undefined, signal)
    return
  }
  yield* readRest(chain, archive, start, kept, signal)
}

interface Start {
  readonly pinned: Pinned
  readonly page: ProposalPage
  readonly source: Source
  readonly params: Figure<GovParams>
  readonly bondedTokens: Figure<bigint>
}

async function fetchStart(
  chain: Chain,
  pinned: Pinned,
  kept: Kept | undefined,
  signal: AbortSignal | undefined,
): Promise<Start> {
  const { height } = pinned.pin
  const options = signal ? { signal } : {}
  const { transport } = chain
  const [page, params, pool, time] = await Promise.allSettled([
    fetchProposalPage(transport, firstPage(height, kept?.canary.row.id), options),
    fetchGovParams(transport, height, options),
    fetchBondedTokens(transport, height, options),
    fetchBlockTime(transport, height, options),
  ])
  if (page.status === 'rejected') throw page.reason
  const sourceOf = (query: string, endpoint: string): Source => ({
    chainId: pinned.facts.chainId,
    height,
    time: time.status === 'fulfilled' ? time.value : undefined,
    endpoint,
    query,
  })
  return {
    pinned,
    page: page.value,
    source: sourceOf(GOV_PATH.proposals, page.value.endpoint),
    params: figureOf(
      params,
      ({ value }) => value,
      ({ endpoint }) => sourceOf(GOV_PATH.params, endpoint),
    ),
    bondedTokens: figureOf(
      pool,
      ({ value }) => value,
      ({ endpoint }) => sourceOf(GOV_PATH.pool, endpoint),
    ),
  }
}

/** The canary comes back first and with the same bytes, or the chain is not the one that was kept. */
function isStillTheSame(kept: Kept, page: ProposalPage): boolean {
  const found = page.proposals.find(({ row }) => row.id === kept.canary.row.id)
  return found !== undefined && isSameBytes(found.bytes, kept.canary.bytes)
}

async function* readRest(
  chain: Chain,
  archive: ProposalArchive,
  start: Start,
  kept: Kept | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProposalList> {
  const pages: (readonly ReadProposal[])[] = [kept?.proposals ?? [], start.page.proposals]
  const tallies = new Map<string, Figure<Tally>>()
  let nextId = start.page.nextId
  let shownTallies: LiveTallies = new Map()
  const picture = (): ProposalList => {
    // The same map while nothing in it changes, so that what is drawn from it need not be drawn again.
    if (!hasSameEntries(shownTallies, tallies)) shownTallies = new Map(tallies)
    return {
      pin: start.pinned.pin,
      source: start.source,
      rows: mergeRows(
        pages.map((page) => page.map(({ row }) => row)),
        nextId === undefined,
      ),
      isComplete: nextId === undefined,
      keptCount: kept?.proposals.length ?? 0,
      params: start.params,
      bondedTokens: start.bondedTokens,
      tallies: shownTallies,
    }
  }
  const readPage = async (fromId: bigint): Promise<ProposalPage> => {
    await chain.whenIdle()
    const isReverse = kept === undefined
    const { height } = start.pinned.pin
    const request = { height, limit: REST_PAGE_SIZE, isReverse, fromId }
    // In a batch with the votes being counted, these would have to wait for the whole page.
    const options = { isBatchable: false, ...(signal ? { signal } : {}) }
    return fetchProposalPage(chain.transport, request, options)
  }
  const readNext = (): Promise<ProposalPage> | undefined => {
    const page = nextId === undefined ? undefined : readPage(nextId)
    // Whether it failed is asked once it is waited for, which may be after it did.
    page?.catch(() => undefined)
    return page
  }
  const count = ({ proposals }: ProposalPage) =>
    countVotes(chain.transport, start.source, proposals, tallies, signal)

  let counting = count(start.page)
  yield picture()
  let arriving = readNext()
  // Pages follow each other without waiting for votes to be counted, and the other way round.
  while (arriving !== undefined || counting !== undefined) {
    let page: ProposalPage | undefined
    try {
      page = await Promise.race([arriving, counting].filter((one) => one !== undefined))
    } catch (error) {
      // What was being counted is told, or why not, before the reading ends: nothing else would ever tell it.
      if (counting !== undefined) {
        await counting
        yield picture()
      }
      throw error
    }
    if (page === undefined) counting = undefined
    else {
      pages.push(page.proposals)
      nextId = page.nextId
      arriving = readNext()
      const before = counting
      const more = count(page)
      counting = before === undefined ? more : before.then(() => more)
    }
    yield picture()
  }
  if (chain.explicitHeight === undefined) {
    // Nothing on screen waits for it, and without it the next visit reads more and nothing else is lost.
    const keeper = await import('./keep-closed.ts').catch(() => undefined)
    await keeper?.keepClosed(archive, newestReading(pages), kept, start.source)
  }
}

function hasSameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}

function newestReading(pages: readonly (readonly ReadProposal[])[]): readonly ReadProposal[] {
  const byId = new Map<bigint, ReadProposal>()
  for (const page of pages) for (const read of page) byId.set(read.row.id, read)
  return [...byId.values()]
}
