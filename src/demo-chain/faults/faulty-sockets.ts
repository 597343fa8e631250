import type { NodeServer } from '../server/node-server.ts'
import type { SocketPeer, SocketSession } from '../server/socket-session.ts'

export interface FaultySockets {
  /** Opens a session that breaks off after the shortest of some times, milliseconds; without one it lasts. */
  connect(peer: SocketPeer, lifetimesMs: readonly number[]): SocketSession
  /** Breaks off every open session. */
  dropAll(): void
}

/** Sessions of a node that can break off at any time. */
export function createFaultySockets(server: NodeServer): FaultySockets {
  const drops = new Set<() => void>()

  function connect(peer: SocketPeer, lifetimesMs: readonly number[]): SocketSession {
    const session = server.connect(peer)
    const drop = (): void => {
      end()
      peer.drop()
    }
    const timers = lifetimesMs.map((ms) => setTimeout(drop, ms))
    function end(): void {
      drops.delete(drop)
      for (const timer of timers) clearTimeout(timer)
      session.end()
    }
    drops.add(drop)
    return { receive: (text) => session.receive(text), end }
  }

  return {
    connect,
    dropAll() {
      for (const drop of [...drops]) drop()
    },
  }
}
