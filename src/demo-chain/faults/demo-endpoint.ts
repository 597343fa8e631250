import type { DemoNodeOptions } from '../node/node-options.ts'
import type { NodeBackend } from '../server/backend.ts'
import type { ReplyHeaders } from '../server/cors.ts'
import type { NodeServer } from '../server/node-server.ts'
import { createNodeServer } from '../server/node-server.ts'
import { withAnswerFaults } from './answer-faults.ts'
import type { Fault } from './fault.ts'
import { findFault, hasFault } from './fault.ts'
import { withNodeFaults } from './node-faults.ts'
import { type FaultyWire, withWireFaults } from './wire-faults.ts'

/** One endpoint of a demo chain, whose faults can be changed while it runs. */
export interface DemoEndpoint {
  readonly name: string
  readonly server: NodeServer
  readonly faults: readonly Fault[]
  /** Exchanges all faults, as a restart would: counts begin anew and open WebSockets break off. */
  setFaults(faults: readonly Fault[]): void
}

export interface DemoEndpointOptions {
  readonly name: string
  /** What the node is when nothing is wrong with it. */
  readonly node: DemoNodeOptions
  readonly faults: readonly Fault[]
  createBackend(options: DemoNodeOptions): NodeBackend
  /** Whether nobody answers there now. @default never */
  isOut?(): boolean
  /** Newest height of the chain. */
  tip(): bigint
  /** The proposal a disagreeing node tells otherwise; undefined when there is none. */
  contestedProposal(): bigint | undefined
  readonly now: () => Date
  /** Headers beyond those of a node, on every reply of the node. */
  readonly extraHeaders?: (() => ReplyHeaders) | undefined
}

export function createDemoEndpoint(options: DemoEndpointOptions): DemoEndpoint {
  let faults = options.faults
  let wire = createWire(options, faults)
  return {
    name: options.name,
    get faults() {
      return faults
    },
    setFaults(next) {
      wire.dropSockets()
      faults = next
      wire = createWire(options, faults)
    },
    server: {
      handle: (request) => wire.server.handle(request),
      handshake: () => wire.server.handshake?.() ?? 'accepted',
      connect: (peer) => wire.server.connect(peer),
    },
  }
}

function createWire(options: DemoEndpointOptions, faults: readonly Fault[]): FaultyWire {
  const { node, createBackend, isOut, tip, contestedProposal, now, extraHeaders } = options
  const backend = withAnswerFaults(createBackend(withNodeFaults(node, faults, tip())), faults, {
    die: () => wire.die(),
    contestedProposal: hasFault(faults, 'disagree') ? contestedProposal() : undefined,
  })
  const skewMs = findFault(faults, 'clock-skew')?.ms ?? 0
  const server = createNodeServer(backend, {
    cors: !hasFault(faults, 'no-cors'),
    now: () => new Date(now().getTime() + skewMs),
    ...(extraHeaders && { extraHeaders }),
  })
  const wire = withWireFaults(server, faults, isOut)
  return wire
}
