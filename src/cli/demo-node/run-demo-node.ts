import { createLedger } from '../../demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../../demo-chain/faults/create-demo-endpoints.ts'
import type { DemoEndpoint } from '../../demo-chain/faults/demo-endpoint.ts'
import { describeFault } from '../../demo-chain/faults/describe-fault.ts'
import { REPLAY_NOW_HEADER } from '../../demo-chain/http/replay-node.ts'
import type { ServedNode } from '../../demo-chain/http/serve-node.ts'
import { ServeNodeError, serveNode } from '../../demo-chain/http/serve-node.ts'
import type { ServingProcess } from '../serving-process.ts'
import { USAGE_EXIT } from '../serving-process.ts'
import type { DemoNodeCommand } from './demo-node-options.ts'
import { DEMO_NODE_USAGE, parseDemoNodeCommand } from './demo-node-options.ts'
import { listFaults } from './list-faults.ts'
import { UsageError } from './usage-error.ts'

type ServeCommand = Extract<DemoNodeCommand, { readonly kind: 'serve' }>

/** Serves the demo chain until interrupted. Its exit code; a command line it cannot follow is one line on stderr and 2. */
export async function runDemoNode(
  args: readonly string[],
  process: ServingProcess,
): Promise<number> {
  try {
    const command = parseDemoNodeCommand(args)
    if (command.kind === 'serve') await serve(command, process)
    else for (const line of listFaults()) process.say(line)
    return 0
  } catch (cause) {
    const isExpected = cause instanceof UsageError || cause instanceof ServeNodeError
    if (!isExpected) throw cause
    const hint = cause instanceof UsageError ? ` (${DEMO_NODE_USAGE})` : ''
    process.complain(`demo-node: ${cause.message}${hint}`)
    return USAGE_EXIT
  }
}

async function serve(command: ServeCommand, { say, untilInterrupted }: ServingProcess) {
  const { standsAt, seed, specs, market } = command
  const now = standsAt === undefined ? () => new Date() : () => standsAt
  const script = createDemoScript({ now: now(), ...(seed === undefined ? {} : { seed }) })
  const ledger = createLedger(script, now)
  const endpoints = createDemoEndpoints({
    ledger,
    specs,
    market,
    now,
    // The page and the commands take a standing node's time, as they do a recording's.
    ...(standsAt && { extraHeaders: () => ({ [REPLAY_NOW_HEADER]: standsAt.toISOString() }) }),
  })
  const nodes: ServedNode[] = []
  try {
    await serveAll(endpoints, command, nodes)
    for (const [at, { name, faults }] of endpoints.entries()) {
      say(`${name}: ${nodes[at]?.url}`)
      for (const fault of faults) say(`  ${describeFault(fault)}`)
    }
    const clock = standsAt === undefined ? '' : `, standing still at ${standsAt.toISOString()}`
    say(`chain ${ledger.chainId} at height ${ledger.tip()}${clock}; Ctrl-C stops`)
    await untilInterrupted()
  } finally {
    await Promise.all(nodes.map((node) => node.close()))
  }
}

/** @throws {ServeNodeError} when a port is taken; `nodes` then holds those that are served */
async function serveAll(
  endpoints: readonly DemoEndpoint[],
  { port, host }: ServeCommand,
  nodes: ServedNode[],
): Promise<void> {
  for (const [at, { server }] of endpoints.entries()) {
    nodes.push(await serveNode(server, { port: port === 0 ? 0 : port + at, host }))
  }
}
