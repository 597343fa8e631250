import { parseArgs } from 'node:util'
import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import { replayOf, startReplayNode } from '../../demo-chain/http/replay-node.ts'
import { ServeNodeError } from '../../demo-chain/http/serve-node.ts'
import { loadScene } from '../../demo-chain/replay/load-scene.ts'
import { ReplayError } from '../../demo-chain/replay/replay-backend.ts'
import { SceneError } from '../../demo-chain/replay/scene.ts'
import type { ServingProcess } from '../serving-process.ts'
import { USAGE_EXIT } from '../serving-process.ts'

const USAGE =
  'usage: npm run replay-node -- <scene folder> [--as archive|pruned|noindex|nocors|v4|v5|all] [--port N] [--host 127.0.0.1]'

/** A command line that cannot be followed. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface CommandLine {
  readonly folder: string
  readonly as: readonly string[]
  /** Of the first endpoint; the next ones follow. 0: any free ones. */
  readonly port: number
  readonly host: string
}

const DEFAULT_PORT = 26657

/** Serves a recorded scene until interrupted. Its exit code; what cannot be served is one line on stderr and 2. */
export async function runReplayNode(
  args: readonly string[],
  process: ServingProcess,
): Promise<number> {
  try {
    await serve(readCommandLine([...args]), process)
    return 0
  } catch (cause) {
    const isExpected =
      cause instanceof UsageError ||
      cause instanceof SceneError ||
      cause instanceof ReplayError ||
      cause instanceof ServeNodeError
    if (!isExpected) throw cause
    const hint = cause instanceof UsageError ? ` (${USAGE})` : ''
    process.complain(`replay-node: ${cause.message}${hint}`)
    return USAGE_EXIT
  }
}

async function serve(
  { folder, as, port, host }: CommandLine,
  { say, untilInterrupted }: ServingProcess,
): Promise<void> {
  const scene = await loadScene(folder)
  const replay = replayOf(scene)
  const endpoints = as.includes('all') ? replay.endpoints : as
  const nodes: ReplayNode[] = []
  try {
    for (const [at, endpoint] of endpoints.entries()) {
      const nextPort = port === 0 ? 0 : port + at
      nodes.push(await startReplayNode({ scene, as: endpoint, port: nextPort, host }))
    }
    for (const node of nodes) say(`${scene.name} as ${node.as}: ${node.url}`)
    const dead = as.includes('all') ? scene.deadEndpoints : []
    for (const endpoint of dead) say(`${endpoint} was not running in this scene`)
    say(
      `standing still at ${replay.now.toISOString()}, height ${replay.pinnedHeight}; Ctrl-C stops`,
    )
    await untilInterrupted()
  } finally {
    await Promise.all(nodes.map((node) => node.close()))
  }
}

function readCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args)
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new UsageError('name one scene folder')
  const port = Number(values.port ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number up to 65535, not ${values.port}`)
  }
  return { folder, as: values.as ?? ['archive'], port, host: values.host ?? '127.0.0.1' }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: 'string', multiple: true },
        port: { type: 'string' },
        host: { type: 'string' },
      },
    })
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause)
    throw new UsageError(reason, { cause })
  }
}
