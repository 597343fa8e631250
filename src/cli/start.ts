import process from 'node:process'
import { DEMO_NETWORK_ID } from '../app/demo/demo-endpoints.ts'
import { NETWORKS } from '../data/networks.ts'
import { findReplayClock, probeEndpoint } from './probe-endpoint.ts'
import { ListenError } from './server/listen.ts'
import { startLocalServer } from './server/local-server.ts'
import { buildApp, ROOT } from './start/build-app.ts'
import { describeBuild } from './start/describe-build.ts'
import {
  DEFAULT_PORT,
  parseStartOptions,
  type StartOptions,
  StartUsageError,
} from './start/start-options.ts'

const KNOWN_NETWORKS = [...NETWORKS.map(({ id }) => id), DEMO_NETWORK_ID]

const USAGE = `Usage: npm start [-- options]

  --port N          the port to listen on (default: ${DEFAULT_PORT}, or the next free one)
  --network ID      ${KNOWN_NETWORKS.join(', ')} (default: ${NETWORKS[0]?.id})
  --rpc URL[,URL…]  the nodes to ask, in order of preference; this server forwards to them and to nothing else
  --now TIME        a clock that stands still, e.g. 2026-11-21T03:05:26Z
`

/** Builds, serves and prints the address; ends with the process. */
async function start({ port, network, endpoints, now }: StartOptions): Promise<void> {
  const build = await buildApp(ROOT)
  process.stderr.write(`${describeBuild(build)}\n`)
  // Only now: a node started in the same breath has had the time of the build to come up.
  const urls = endpoints.map(({ url }) => url)
  const [probes, replayClock] = await Promise.all([
    Promise.all(urls.map((url) => probeEndpoint(url, globalThis.fetch))),
    findReplayClock(urls, globalThis.fetch),
  ])
  const clock = now ?? replayClock?.toISOString()
  const server = await startLocalServer({
    dist: build.dist,
    port,
    endpoints,
    network,
    now: clock,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
  if (port !== 0 && server.port !== port) {
    process.stdout.write(`Port ${port} is taken, so this is port ${server.port}.\n`)
  }
  process.stdout.write(`Skylight is at ${server.url}\n`)
  for (const [number, { name }] of endpoints.entries()) {
    const state = probes[number]?.isReachable ? '' : ' (does not answer at the moment)'
    process.stdout.write(`  /rpc/${number} is forwarded to ${name}${state}\n`)
  }
  if (clock !== undefined) process.stdout.write(`  The clock stands still at ${clock}\n`)
}

async function run(args: readonly string[]): Promise<number> {
  try {
    const options = parseStartOptions(args, KNOWN_NETWORKS)
    if (options === 'help') process.stdout.write(USAGE)
    else await start(options)
    return 0
  } catch (error) {
    if (error instanceof StartUsageError) {
      process.stderr.write(`${error.message}\n\n${USAGE}`)
      return 2
    }
    const message = error instanceof Error ? error.message : String(error)
    const isOwn = error instanceof ListenError
    process.stderr.write(`${isOwn ? '' : 'Skylight could not start.\n'}${message}\n`)
    return 1
  }
}

process.exitCode = await run(process.argv.slice(2))
