import { createDemoFetch } from './demo-fetch.ts'
import { createDemoLine } from './demo-line.ts'
import { DemoNetworkError } from './demo-network-error.ts'
import type { DemoSocketConstructor } from './demo-socket.ts'
import { createDemoWebSocket } from './demo-socket.ts'
import type { MessageEnd, PageMessage, WorkerMessage } from './messages.ts'

export interface DemoNetworkOptions {
  /** Of the world; the same seed gives the same one. @default the usual world */
  readonly seed?: number
  /** The time at which the chain's clock stands still. @default it goes */
  readonly now?: Date
}

/** A demo chain and how a page reaches it. Nothing of it touches a network. */
export interface DemoNetwork {
  readonly endpoints: readonly { readonly url: string; readonly name: string }[]
  /** As the browser's own, for the endpoints. @throws {DemoNetworkError} when the chain could not be started */
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: DemoSocketConstructor
  /**
   * Exchanges all faults of an endpoint; texts as `lag:100`.
   * @throws {DemoNetworkError} for an endpoint or a fault there is not
   */
  setFaults(endpointName: string, faultTexts: readonly string[]): Promise<void>
  /**
   * Moves the chain's clock on to ten blocks before its next upgrade. Gives by how many milliseconds it is ahead of this
   * device's from then on; undefined where it stays as it is, because the upgrade is at hand.
   * @throws {DemoNetworkError} when the chain could not be started
   */
  jumpToUpgrade(): Promise<number | undefined>
  /** Milliseconds the chain took to be built. */
  readonly whenBooted: Promise<{ readonly bootMs: number }>
  /** Ends the chain; what is asked afterwards fails. */
  close(): void
}

/** Reserved for what is on no network (RFC 6761). */
const urlOf = (name: string): string => `https://${name}.demo.invalid`

/** Names of the roles in `faults/demo-roles.ts`, which stays in the worker. */
const NAMES = ['archive', 'pruned', 'light'] as const

/** The page's side of the demo chain. `fail` is called when the worker is lost. */
export function connectDemoNetwork(
  worker: MessageEnd<PageMessage, WorkerMessage>,
  options: DemoNetworkOptions = {},
): { readonly network: DemoNetwork; fail(error: DemoNetworkError): void } {
  const line = createDemoLine(worker, { seed: options.seed, nowMs: options.now?.getTime() })
  const endpoints = NAMES.map((name) => ({ name, url: urlOf(name) }))
  const byOrigin = new Map(endpoints.map(({ name, url }) => [url, name]))
  const network: DemoNetwork = {
    endpoints,
    fetch: createDemoFetch(line, byOrigin),
    WebSocket: createDemoWebSocket(line, byOrigin),
    setFaults: (name, texts) => line.setFaults(name, texts),
    jumpToUpgrade: () => line.jump(),
    whenBooted: line.whenBooted,
    close: () => line.fail(new DemoNetworkError('The demo chain was closed.')),
  }
  return { network, fail: line.fail }
}
