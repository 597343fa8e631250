import { isPreflight } from '../server/cors.ts'
import type { Delivery } from '../server/delivery.ts'
import type { NodeServer, WireReply } from '../server/node-server.ts'
import type { Fault } from './fault.ts'
import { findFault, hasFault } from './fault.ts'
import { createFaultySockets } from './faulty-sockets.ts'
import { findGatewayReply, replyOfGateway } from './gateway-reply.ts'

/** A node behind a wire with faults. */
export interface FaultyWire {
  readonly server: NodeServer
  /** From here on every connection is reset. */
  die(): void
  /** Ends the open WebSockets without a farewell. */
  dropSockets(): void
}

const RESET: WireReply = {
  status: 0,
  headers: {},
  body: '',
  calls: 0,
  delivery: { kind: 'reset' },
}

const TRICKLED_BYTES_PER_SECOND = 64

/** Milliseconds on a clock that never stands still, from any beginning. */
const elapsedMs = (): number => performance.now()

/**
 * The node with those faults that are of the wire. Requests and times are counted from here.
 * @param isOut whether nobody answers there now for another reason than a fault
 */
export function withWireFaults(
  server: NodeServer,
  faults: readonly Fault[],
  isOut: () => boolean = () => false,
): FaultyWire {
  const startedMs = elapsedMs()
  const flapMs = findFault(faults, 'flap')?.ms
  const dropAfterMs = findFault(faults, 'socket-drop')?.ms
  const diesAfter = findFault(faults, 'die-after')?.requests ?? Number.POSITIVE_INFINITY
  const sockets = createFaultySockets(server)
  let requests = 0
  let isDead = hasFault(faults, 'unreachable', 'dns')

  function die(): void {
    isDead = true
    sockets.dropAll()
  }

  function isDown(): boolean {
    if (isDead || isOut()) return true
    if (flapMs === undefined) return false
    return Math.floor((elapsedMs() - startedMs) / flapMs) % 2 === 1
  }

  /** Until the endpoint goes down by itself, when it is up. */
  function timeUp(): number | undefined {
    return flapMs === undefined ? undefined : flapMs - ((elapsedMs() - startedMs) % flapMs)
  }

  return {
    die,
    dropSockets: () => sockets.dropAll(),
    server: {
      async handle(request) {
        requests += 1
        if (requests > diesAfter) die()
        if (isDown()) return RESET
        if (hasFault(faults, 'hang')) return { ...RESET, delivery: { kind: 'hang' } }
        const isOfPage = isPreflight(request.httpMethod, request.header)
        const gateway = isOfPage ? undefined : replyOfGateway(faults, requests, request)
        const reply = gateway ?? alterIds(await server.handle(request), faults)
        // It may have died of this very request.
        return isDown() ? RESET : { ...reply, delivery: chooseDelivery(faults, reply) }
      },
      handshake() {
        if (isDown()) return 'reset'
        if (hasFault(faults, 'hang')) return 'hang'
        const isRefused =
          hasFault(faults, 'no-websocket') || findGatewayReply(faults, requests) !== undefined
        return isRefused ? 'refused' : 'accepted'
      },
      connect: (peer) =>
        sockets.connect(
          peer,
          [dropAfterMs, timeUp()].filter((ms) => ms !== undefined),
        ),
    },
  }
}

function chooseDelivery(faults: readonly Fault[], { body }: WireReply): Delivery {
  const late = findFault(faults, 'late')
  if (hasFault(faults, 'cut')) return { kind: 'cut', afterBytes: Math.floor(body.length / 2) }
  if (hasFault(faults, 'trickle')) {
    return { kind: 'trickle', bytesPerSecond: TRICKLED_BYTES_PER_SECOND }
  }
  return late ? { kind: 'late', afterMs: late.ms } : { kind: 'whole' }
}

/** Quotes within answers are escaped, so that this is found at the head of a reply only. */
const ID_OF_REPLY = /"jsonrpc":"2\.0","id":(?:-?\d+|"[^"]*")/g

function alterIds(reply: WireReply, faults: readonly Fault[]): WireReply {
  if (!hasFault(faults, 'wrong-id')) return reply
  let nextId = 990_000
  const body = reply.body.replace(ID_OF_REPLY, () => `"jsonrpc":"2.0","id":${nextId++}`)
  return { ...reply, body }
}
