import { useSyncExternalStore } from 'react'
import type { OpenChainEvents } from '../chain/events.ts'
import type { NodeFacts, NodeTransport } from '../chain/node.ts'
import type { NodeHealth, NodeHealthSnapshot, RecallAnswer } from '../chain/node-health.ts'
import type { NodeState } from '../domain/node-state.ts'
import { useChain } from './chain.ts'

/** One endpoint, to be asked on its own. */
export interface NodePeer {
  /** URL without credentials or key. */
  readonly name: string
  readonly transport: NodeTransport
  /** Called by way of the server this page came from, so that no permission for pages is needed. */
  readonly isForwarded: boolean
  /** Its WebSocket; the code for that comes with the first call. */
  readonly openEvents: () => Promise<OpenChainEvents>
}

/** The nodes behind a chain: for the screen about them, and for second opinions. */
export interface ChainNodes {
  /** In the reader's order. */
  readonly peers: readonly NodePeer[]
  /** What passing traffic told; nothing is asked for it. */
  readonly health: NodeHealth
  /** The node that figures were read from last. */
  readonly reading: {
    readonly subscribe: (listener: () => void) => () => void
    readonly current: () => NodeFacts | undefined
  }
  /** How that node stands by what passing traffic told; undefined until one was read. */
  readonly standing: () => NodeState | undefined
  /** The endpoint that would be asked first now. */
  readonly next: () => string | undefined
  /** What was answered of late to a call, and by whom. */
  readonly recall: RecallAnswer
  /** The reader asked the browser to save data. */
  readonly savesData: () => boolean
}

const NOTHING_HEARD: readonly NodeHealthSnapshot[] = []

/** Where no screen is about nodes and nobody is asked twice: the command line. */
export const NO_NODES: ChainNodes = {
  peers: [],
  health: {
    learn: () => undefined,
    snapshot: (endpoint) => {
      throw new Error(`nothing is learned about ${endpoint} here`)
    },
    snapshots: () => NOTHING_HEARD,
    subscribe: () => () => undefined,
    now: () => 0,
  },
  reading: { subscribe: () => () => undefined, current: () => undefined },
  standing: () => undefined,
  next: () => undefined,
  recall: () => undefined,
  savesData: () => false,
}

/** What is known of every endpoint heard of; drawn anew when something changes. */
export function useNodeHealth(): readonly NodeHealthSnapshot[] {
  const { health } = useChain().nodes
  return useSyncExternalStore(health.subscribe, health.snapshots)
}

/** The facts of the node that was read last. */
export function useReading(): NodeFacts | undefined {
  const { reading } = useChain().nodes
  return useSyncExternalStore(reading.subscribe, reading.current)
}
