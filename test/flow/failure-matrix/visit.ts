import { QueryClient } from '@tanstack/react-query'
import WebSocket from 'ws'
import { isComparedRequest } from '../../../src/chain/compared-paths.ts'
import { createChainEvents } from '../../../src/chain/events.ts'
import type { Chain } from '../../../src/queries/chain.ts'
import { NO_NODES } from '../../../src/queries/nodes.ts'
import { createAnswerWitness } from '../../../src/rpc/answer-witness.ts'
import { createConnection } from '../../../src/rpc/connection.ts'
import { createEventStreams } from '../../../src/rpc/event-streams.ts'
import { createHealth, type Health } from '../../../src/rpc/health.ts'
import { createFakeChain } from '../../fake-chain.ts'
import { type MatrixWorld, required } from './world.ts'

/** A page that was just opened on some endpoints. */
export interface Visit {
  readonly world: MatrixWorld
  readonly chain: Chain
  readonly client: QueryClient
}

export interface VisitOptions {
  readonly explicitHeight?: bigint | undefined
  /** Milliseconds an endpoint may take. */
  readonly timeoutMs: number
}

/** Pauses between attempts are the transport's own tests' matter, and would be most of the time this takes. */
const SLEEPLESS = { sleep: () => Promise.resolve() }

export function openVisit(
  world: MatrixWorld,
  urls: readonly string[],
  { explicitHeight, timeoutMs }: VisitOptions,
): Visit {
  const endpoints = urls.map((url) => ({ url }))
  const connection = createConnection(endpoints, {
    http: { timeoutMs },
    retry: SLEEPLESS,
    chainId: () => world.ledger.chainId,
    health: createEvenHealth(world),
  })
  const witness = createAnswerWitness(connection.transport, isComparedRequest)
  const streams = createEventStreams(endpoints, { WebSocket, timeoutMs, failuresAllowed: 1 })
  const chain = createFakeChain(witness.transport, {
    explicitHeight,
    expectedChainId: world.ledger.chainId,
    now: world.now,
    nodes: {
      ...NO_NODES,
      peers: urls.map((name, at) => ({
        name,
        transport: required(connection.nodes[at]),
        isForwarded: false,
        openEvents: async () => createChainEvents(required(streams[at])),
      })),
      health: connection.health,
      recall: witness.recall,
    },
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return { world, chain, client }
}

/** All endpoints are equally fast: how busy this machine is must not choose between them. */
function createEvenHealth({ now }: MatrixWorld): Health {
  const health = createHealth({ clock: () => now().getTime() })
  return { ...health, learn: (attempt) => health.learn({ ...attempt, latencyMs: 5 }) }
}
