import { createApplication } from '../../src/demo-chain/application/living-application.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../src/demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import type { ServedNode } from '../../src/demo-chain/http/serve-node.ts'
import { serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { createDemoNode } from '../../src/demo-chain/node/create-demo-node.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'

const START = new Date('2026-11-21T01:30:00Z')

/** A node of a demo chain on a port, whose clock runs as real ones do until just before the block after the next. */
export interface LiveDemoNode extends ServedNode {
  readonly ledger: ChainLedger
  /** The first block that is yet to come; it holds a vote. */
  readonly nextBlock: bigint
}

/** Starts a node shortly before a block with a vote in it, so that nobody has to wait for one. */
export async function startLiveDemoNode(leadMs: number): Promise<LiveDemoNode> {
  const script = createDemoScript({ now: START })
  const past = createLedger(script, () => START)
  const nextBlock = past
    .eventfulHeights()
    .findLast((height) => past.blockAt(height).txs.some(hasVote))
  if (nextBlock === undefined) throw new RangeError('nobody has voted on the demo chain')
  const dueMs = past.timeOf(nextBlock).getTime()
  // What is told late is told never then, and a busy machine changes nothing.
  const lastMs = past.timeOf(nextBlock + 1n).getTime() - 1
  let startedMs: number | undefined
  const ledger = createLedger(script, () => {
    const passed = startedMs === undefined ? 0 : Date.now() - startedMs
    return new Date(Math.min(dueMs - leadMs + passed, lastMs))
  })
  // The world is made before its clock runs.
  ledger.tip()
  const node = createDemoNode(ledger, { moniker: 'archive' }, createApplication(ledger))
  const served = await serveNode(createNodeServer(node, { now: ledger.now }))
  startedMs = Date.now()
  return { ...served, ledger, nextBlock }
}

function hasVote({ code, events }: { code: number; events: readonly { type: string }[] }): boolean {
  return code === 0 && events.some(({ type }) => type === 'proposal_vote')
}
