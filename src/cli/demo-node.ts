import { createLedger } from '../demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../demo-chain/faults/create-demo-endpoints.ts'
import type { DemoEndpoint } from '../demo-chain/faults/demo-endpoint.ts'
import { describeFault } from '../demo-chain/faults/describe-fault.ts'
import { REPLAY_NOW_HEADER } from '../demo-chain/http/replay-node.ts'
import type { ServedNode } from '../demo-chain/http/serve-node.ts'
import { ServeNodeError, serveNode } from '../demo-chain/http/serve-node.ts'
import type { DemoNodeCommand } from './demo-node/demo-node-options.ts'
import { DEMO_NODE_USAGE, parseDemoNodeCommand } from './demo-node/demo-node-options.ts'
import { listFaults } from './demo-node/list-faults.ts'
import { UsageError } from './demo-node/usage-error.ts'

type ServeCommand = Extract<DemoNodeCommand, { readonly kind: 'serve' }>

/** Serves the demo chain until interrupted: `tsx src/cli/demo-node.ts …`. */
async function main(): Promise<void> {
  const command = parseDemoNodeCommand(process.argv.slice(2))
  if (command.kind === 'list-faults') {
    for (const line of listFaults()) say(line)
    return
  }
  const { standsAt, seed, specs } = command
  const now = standsAt === undefined ? () => new Date() : () => standsAt
  const script = createDemoScript({ now: now(), ...(seed === undefined ? {} : { seed }) })
  const ledger = createLedger(script, now)
  const endpoints = createDemoEndpoints({
    ledger,
    specs,
    now,
    // The page and the commands take a standing node's time, as they do a recording's.
    ...(standsAt && { extraHeaders: () => ({ [REPLAY_NOW_HEADER]: standsAt.toISOString() }) }),
  })
  const nodes = await serveAll(endpoints, command)
  for (const [at, { name, faults }] of endpoints.entries()) {
    say(`${name}: ${nodes[at]?.url}`)
    for (const fault of faults) say(`  ${describeFault(fault)}`)
  }
  const clock = standsAt === undefined ? '' : `, standing still at ${standsAt.toISOString()}`
  say(`chain ${ledger.chainId} at height ${ledger.tip()}${clock}; Ctrl-C stops`)
  const stop = (): void => {
    closeAll(nodes).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** @throws {ServeNodeError} when a port is taken; none is kept then */
async function serveAll(
  endpoints: readonly DemoEndpoint[],
  { port, host }: ServeCommand,
): Promise<readonly ServedNode[]> {
  const nodes: ServedNode[] = []
  try {
    for (const [at, { server }] of endpoints.entries()) {
      nodes.push(await serveNode(server, { port: port === 0 ? 0 : port + at, host }))
    }
    return nodes
  } catch (cause) {
    await closeAll(nodes)
    throw cause
  }
}

async function closeAll(nodes: readonly ServedNode[]): Promise<void> {
  await Promise.all(nodes.map((node) => node.close()))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const USAGE_EXIT = 2

main().catch((cause: unknown) => {
  const isExpected = cause instanceof UsageError || cause instanceof ServeNodeError
  if (!isExpected) throw cause
  const hint = cause instanceof UsageError ? ` (${DEMO_NODE_USAGE})` : ''
  process.stderr.write(`demo-node: ${cause.message}${hint}\n`)
  process.exit(USAGE_EXIT)
})
