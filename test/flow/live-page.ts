import WebSocket from 'ws'
import { createChainEvents } from '../../src/chain/events.ts'
import { fetchLatestHeight } from '../../src/chain/latest-height.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { createLiveTicker, type LivePace, type LiveTicker } from '../../src/queries/live.ts'
import type { LiveTick } from '../../src/queries/live-pacing.ts'
import { type ProposalDetail, readProposalDetail } from '../../src/queries/proposal-detail.ts'
import { readVotes, type VoteView } from '../../src/queries/votes.ts'
import { createConnection } from '../../src/rpc/connection.ts'
import { createEventStreams } from '../../src/rpc/event-streams.ts'
import { connectTo } from './reading.ts'

/** What a page on one proposal shows; undefined until it was read. */
export interface Picture {
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  /** undefined once the vote was counted. */
  readonly votes: VoteView | undefined
}

/** A page without a screen: a ticker, and the proposal read again at each tick. */
export interface LivePage {
  readonly ticker: LiveTicker
  readonly chain: Chain
  /** Every picture that was shown, the newest last. */
  readonly pictures: readonly Picture[]
  readonly ticks: readonly LiveTick[]
  setVisible(isVisible: boolean): void
  close(): Promise<void>
}

/** As in a browser, only faster. */
const PACE: LivePace = {
  blockEveryMs: 30,
  voteEveryMs: 10,
  pollEveryMs: 20,
  lingerMs: 0,
  longestVoteWaitMs: 60_000,
}

/** Opens a proposal at a node and follows it. Resolves with the first picture shown. */
export async function openLivePage(url: string, proposalId: bigint): Promise<LivePage> {
  const connection = createConnection([{ url }])
  const streams = createEventStreams([{ url }], { WebSocket, pauseMs: 20, longestPauseMs: 100 })
  const watchers = new Set<() => void>()
  let isVisible = true
  const ticker = createLiveTicker({
    streams: streams.map(createChainEvents),
    poll: (signal) => fetchLatestHeight(connection.transport, { signal }),
    visibility: {
      isVisible: () => isVisible,
      watch: (listener) => {
        watchers.add(listener)
        return () => watchers.delete(listener)
      },
    },
    now: () => new Date(),
    pace: PACE,
  })
  const chain = { ...connectTo(url), transport: connection.transport, onFacts: ticker.learn }
  const pictures: Picture[] = []
  const ticks: LiveTick[] = []
  let reading = read()

  async function read(): Promise<void> {
    const detail = await readProposalDetail(chain, proposalId)
    if (detail.kind !== 'found') throw new Error(`the proposal is ${detail.kind}`)
    const isOpen = detail.proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
    pictures.push({ detail, votes: isOpen ? await readVotes(chain, detail) : undefined })
  }

  await reading
  const leave = ticker.subscribe((tick) => {
    ticks.push(tick)
    reading = reading.then(read)
  })
  return {
    ticker,
    chain,
    pictures,
    ticks,
    setVisible(next) {
      isVisible = next
      for (const watcher of watchers) watcher()
    },
    async close() {
      leave()
      await reading
    },
  }
}
