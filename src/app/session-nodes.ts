import type { RecallAnswer } from '../chain/node-health.ts'
import type { ChainNodes } from '../queries/nodes.ts'
import type { Connection, ConnectionEndpoint } from '../rpc/connection.ts'
import { rankEndpoints } from '../rpc/ranking.ts'
import type { WebSocketConstructor } from '../rpc/websocket.ts'
import { nodeStateOf } from './shell/node-standing.ts'

export interface SessionNodesParts {
  readonly connection: Connection
  readonly endpoints: readonly Required<ConnectionEndpoint>[]
  readonly facts: ChainNodes['reading']
  readonly recall: RecallAnswer
  /** Where events do not come by the browser's own WebSocket. */
  readonly openWebSocket?: (() => Promise<WebSocketConstructor>) | undefined
}

/** The nodes of a connection as the screens see them. */
export function createSessionNodes(parts: SessionNodesParts): ChainNodes {
  const { connection, endpoints, facts, recall, openWebSocket } = parts
  const { health, nodes } = connection
  return {
    peers: endpoints.flatMap((endpoint, at) => {
      const transport = nodes[at]
      const name = transport?.endpoints[0]
      if (transport === undefined || name === undefined) return []
      return {
        name,
        transport,
        isForwarded:
          endpoint.url !== endpoint.reportedUrl && new URL(endpoint.url).origin === location.origin,
        openEvents: async () => {
          const { openEventsOf } = await import('./live.ts')
          return openEventsOf(endpoint, await openWebSocket?.())
        },
      }
    }),
    health,
    reading: facts,
    standing: () => nodeStateOf(facts.current(), health.snapshots()),
    next: () => {
      const healthOf = (node: (typeof nodes)[number]) => health.snapshot(node.endpoints[0] ?? '')
      const [best] = rankEndpoints(nodes, healthOf, { method: 'abci_query' }, health.now())
      return best?.endpoints[0]
    },
    recall,
    savesData,
  }
}

/** Chromium's Network Information; other browsers do not say, and are taken at no word. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return (
    typeof connection === 'object' &&
    connection !== null &&
    Reflect.get(connection, 'saveData') === true
  )
}
