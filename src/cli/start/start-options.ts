import { parseArgs } from 'node:util'
import { DEMO_NETWORK_ID } from '../../app/demo/demo-endpoints.ts'
import { parseChainTime } from '../../domain/chain-time.ts'
import { parseEndpointUrl } from '../../rpc/parse-endpoint-url.ts'
import type { ForwardedEndpoint } from '../server/upstream.ts'

export interface StartOptions {
  readonly port: number
  /** Id of a network of `src/data/networks.ts`, or the demo chain's; undefined: the app's first. */
  readonly network: string | undefined
  /** Endpoints to forward to, in order of preference; empty: the app calls the network's own. */
  readonly endpoints: readonly ForwardedEndpoint[]
  /** A clock that stands still (RFC 3339, UTC). */
  readonly now: string | undefined
}

/** The command line cannot be understood; the message says which part. */
export class StartUsageError extends Error {
  override readonly name = 'StartUsageError'
}

export const DEFAULT_PORT = 4173

/** @throws {StartUsageError} */
export function parseStartOptions(
  args: readonly string[],
  knownNetworks: readonly string[],
): StartOptions | 'help' {
  const { values } = parse(args)
  if (values.help === true) return 'help'
  const network =
    values.network === undefined ? undefined : parseNetwork(values.network, knownNetworks)
  const endpoints = parseEndpoints((values.rpc ?? []).flatMap((list) => list.split(',')))
  if (network === DEMO_NETWORK_ID && endpoints.length > 0) {
    throw new StartUsageError('--network demo lives in the page; it takes no --rpc.')
  }
  return {
    port: values.port === undefined ? DEFAULT_PORT : parsePort(values.port),
    network,
    endpoints,
    now: values.now === undefined ? undefined : parseNow(values.now),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        network: { type: 'string' },
        rpc: { type: 'string', multiple: true },
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    throw new StartUsageError(
      cause instanceof Error ? cause.message : 'The options are malformed.',
      { cause },
    )
  }
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) {
    throw new StartUsageError(`--port takes a number from 0 to 65535, not "${text}".`)
  }
  return port
}

function parseNetwork(text: string, known: readonly string[]): string {
  if (known.includes(text)) return text
  throw new StartUsageError(`--network: "${text}" is not known. Known: ${known.join(', ')}.`)
}

function parseEndpoints(texts: readonly string[]): readonly ForwardedEndpoint[] {
  const endpoints = texts.map((text) => {
    const parsed = parseEndpointUrl(text)
    if (parsed.kind === 'endpoint') return { url: parsed.url, name: parsed.publicUrl }
    const meant = parsed.suggestion === undefined ? '' : ` Did you mean ${parsed.suggestion}?`
    throw new StartUsageError(`--rpc: ${parsed.sentence}${meant}`)
  })
  return endpoints.filter(
    ({ url }, index) => endpoints.findIndex((other) => other.url === url) === index,
  )
}

function parseNow(text: string): string {
  const now = parseChainTime(text)
  if (now !== undefined) return now.toISOString()
  throw new StartUsageError(`--now takes a time such as 2026-11-21T03:05:26Z, not "${text}".`)
}
