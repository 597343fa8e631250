import type { ConnectionEndpoint } from './connection.ts'
import {
  createEventStream,
  type EventStream,
  type EventStreamListening,
  type EventStreamTuning,
} from './event-stream.ts'

/** Opens the events of one endpoint; the stream starts paused. */
export type OpenEventStream = (listening: EventStreamListening) => EventStream

/**
 * The events of each endpoint of a connection, in its order. As with the connection, nothing but these URLs is called.
 * Apart from it, because a page that has just been opened has no need of events yet.
 */
export function createEventStreams(
  endpoints: readonly ConnectionEndpoint[],
  tuning: EventStreamTuning = {},
): readonly OpenEventStream[] {
  const allowed = () => endpoints.map(({ url }) => url)
  return endpoints.map(
    ({ url, reportedUrl = url }) =>
      (listening) =>
        createEventStream(url, { ...tuning, ...listening, allowed, reportedUrl }),
  )
}
