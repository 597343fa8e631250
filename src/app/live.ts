import { createChainEvents, type OpenChainEvents } from '../chain/events.ts'
import { fetchLatestHeight } from '../chain/latest-height.ts'
import type { NodeTransport } from '../chain/node.ts'
import { createLiveTicker, type LiveTicker } from '../queries/live.ts'
import type { ConnectionEndpoint } from '../rpc/connection.ts'
import { createEventStreams } from '../rpc/event-streams.ts'
import type { WebSocketConstructor } from '../rpc/websocket.ts'

export interface LiveSources {
  readonly endpoints: readonly ConnectionEndpoint[]
  readonly transport: NodeTransport
  readonly now: () => Date
  /** Where events do not come by the browser's own WebSocket. */
  readonly openWebSocket?: (() => Promise<WebSocketConstructor>) | undefined
}

/** Follows the chain of a connection while the page is looked at. */
export async function openLiveTicker(sources: LiveSources): Promise<LiveTicker> {
  const { endpoints, transport, now } = sources
  const WebSocket = await sources.openWebSocket?.()
  const tuning = WebSocket === undefined ? {} : { WebSocket }
  return createLiveTicker({
    streams: createEventStreams(endpoints, tuning).map(createChainEvents),
    poll: (signal) => fetchLatestHeight(transport, { signal }),
    visibility: {
      isVisible: () => document.visibilityState === 'visible',
      watch: (listener) => {
        document.addEventListener('visibilitychange', listener)
        return () => document.removeEventListener('visibilitychange', listener)
      },
    },
    now,
  })
}

/** Events of one endpoint alone. `WebSocket`: where they do not come by the browser's own. */
export function openEventsOf(
  endpoint: ConnectionEndpoint,
  WebSocket: WebSocketConstructor | undefined,
): OpenChainEvents {
  const [open] = createEventStreams([endpoint], WebSocket === undefined ? {} : { WebSocket })
  if (open === undefined) throw new Error('an endpoint has one stream of events')
  return createChainEvents(open)
}
