import { createChainEvents } from '../chain/events.ts'
import { fetchLatestHeight } from '../chain/latest-height.ts'
import type { NodeTransport } from '../chain/node.ts'
import { createLiveTicker, type LiveTicker } from '../queries/live.ts'
import type { ConnectionEndpoint } from '../rpc/connection.ts'
import { createEventStreams } from '../rpc/event-streams.ts'

export interface LiveSources {
  readonly endpoints: readonly ConnectionEndpoint[]
  readonly transport: NodeTransport
  readonly now: () => Date
}

/** Follows the chain of a connection while the page is looked at. */
export function openLiveTicker({ endpoints, transport, now }: LiveSources): LiveTicker {
  return createLiveTicker({
    streams: createEventStreams(endpoints).map(createChainEvents),
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
