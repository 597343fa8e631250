import type { EventStream, EventStreamState } from '../rpc/event-stream.ts'
import type { StreamEvent } from '../rpc/event-stream-frame.ts'
import type { OpenEventStream } from '../rpc/event-streams.ts'
import type { Json } from '../rpc/transport.ts'
import { readAttributes, readJson, WireShapeError } from './wire.ts'

/** About 1.2 kB a block, where `NewBlock` and `NewBlockEvents` are 80 to 130 kB (rewards of every validator). */
const NEW_BLOCK_QUERY = "tm.event='NewBlockHeader'"

/** Every vote on every proposal, about 3.6 kB each; two subscriptions of the five a node allows. */
const VOTE_QUERY = "tm.event='Tx' AND proposal_vote.proposal_id EXISTS"

/** What a node says has happened. A hint to read, never a figure. */
export type ChainEvent =
  | { readonly kind: 'block'; readonly height: bigint; readonly time: Date }
  /** One transaction; it can hold votes on several proposals. */
  | { readonly kind: 'votes'; readonly height: bigint; readonly votes: readonly SeenVote[] }

export interface SeenVote {
  readonly proposalId: bigint
  /** bech32 account. */
  readonly voter: string
}

/** What the rooms above may know of an event stream. */
export type ChainEventStream = EventStream
export type ChainEventStreamState = EventStreamState

export interface ChainEventListening {
  readonly onEvent: (event: ChainEvent) => void
  readonly onState: (state: ChainEventStreamState) => void
}

/** Events of one endpoint; the stream starts paused. */
export type OpenChainEvents = (listening: ChainEventListening) => ChainEventStream

/** New blocks and votes from an endpoint's event stream. Events of another form are passed over. */
export function createChainEvents(open: OpenEventStream): OpenChainEvents {
  return ({ onEvent, onState }) =>
    open({
      heartbeatQuery: NEW_BLOCK_QUERY,
      otherQueries: [VOTE_QUERY],
      onState,
      onEvent(event) {
        const decoded = decodeChainEvent(event)
        if (decoded !== undefined) onEvent(decoded)
      },
    })
}

/** undefined: neither a new block nor a vote, or not of the form a node sends. */
export function decodeChainEvent({ type, value }: StreamEvent): ChainEvent | undefined {
  const read = readJson(type, value)
  try {
    if (type === 'tendermint/event/NewBlockHeader') {
      return {
        kind: 'block',
        height: read.integer('header.height'),
        time: read.time('header.time'),
      }
    }
    if (type !== 'tendermint/event/Tx') return undefined
    const votes = decodeVotes(read.at('TxResult.result.events'))
    if (votes.length === 0) return undefined
    return { kind: 'votes', height: read.integer('TxResult.height'), votes }
  } catch (error) {
    if (error instanceof WireShapeError) return undefined
    throw error
  }
}

/** Votes cast in any way (weighted, by authz, by a contract) emit `proposal_vote`, once each. */
function decodeVotes(events: Json | undefined): readonly SeenVote[] {
  if (!Array.isArray(events)) return []
  return events.flatMap((event) => {
    const read = readJson('Tx', event)
    if (read.at('type') !== 'proposal_vote') return []
    const attributes = readAttributes('Tx', event)
    const id = attributes.get('proposal_id')
    const voter = attributes.get('voter')
    if (id === undefined || !/^\d{1,20}$/.test(id) || voter === undefined) return []
    return [{ proposalId: BigInt(id), voter }]
  })
}
