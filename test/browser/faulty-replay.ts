import path from 'node:path'
import { ROOT } from '../../src/cli/start/build-app.ts'
import { withAnswerFaults } from '../../src/demo-chain/faults/answer-faults.ts'
import type { Fault } from '../../src/demo-chain/faults/fault.ts'
import { replayOf } from '../../src/demo-chain/http/replay-node.ts'
import { serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'

/** The recorded archive as a node that does not tell the truth. `contested`: the proposal it tells otherwise. */
export async function startFaultyReplay(
  faults: readonly Fault[],
  contested: bigint,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const { now, createBackend } = replayOf(
    await loadScene(path.join(ROOT, 'test/recordings/steady')),
  )
  const backend = withAnswerFaults(createBackend('archive', {}), faults, {
    die: () => undefined,
    contestedProposal: contested,
  })
  return serveNode(createNodeServer(backend, { cors: true, now: () => now }), { port: 0 })
}
