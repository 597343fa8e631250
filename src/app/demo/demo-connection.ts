import type { ConnectionOptions } from '../../rpc/connection.ts'
import { detectSurroundings } from '../../rpc/surroundings.ts'
import type { LiveSources } from '../live.ts'
import type { DemoNetwork } from './demo-network.ts'

/** How requests to the demo chain are made: none leaves the page, and its code comes with the first of them. */
export function demoHttp(
  openDemo: () => Promise<DemoNetwork>,
): NonNullable<ConnectionOptions['http']> {
  return {
    fetch: async (input, init) => (await openDemo()).fetch(input, init),
    // A device without network has this chain all the same.
    surroundings: { ...detectSurroundings(), isOnline: () => true },
  }
}

/** Where its events come from. */
export function demoEvents(
  openDemo: () => Promise<DemoNetwork>,
): NonNullable<LiveSources['openWebSocket']> {
  return async () => (await openDemo()).WebSocket
}
