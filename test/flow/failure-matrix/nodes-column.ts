import { compareBlocks } from '../../../src/queries/node-agreement.ts'
import { computeNodeRows } from '../../../src/queries/node-rows.ts'
import { readPeer } from '../../../src/queries/peer-report.ts'
import { checkSocket } from '../../../src/queries/peer-socket.ts'
import { createFindings, type Findings } from './findings.ts'
import type { Visit } from './visit.ts'

/** `/nodes`: what is said of each endpoint that is not well, by its place. */
export async function readNodesColumn({ world, chain }: Visit): Promise<Findings> {
  const { peers, health } = chain.nodes
  const reports = await Promise.all(
    peers.map((peer) => readPeer(peer, health.snapshot(peer.name), undefined, () => health.now())),
  )
  const sockets = await Promise.all(
    peers.map(async (peer, at) =>
      reports[at]?.newest.kind === 'answered' ? checkSocket(await peer.openEvents()) : undefined,
    ),
  )
  const answering = peers.flatMap(({ name, transport }, at) => {
    const newest = reports[at]?.newest
    return newest?.kind === 'answered' && newest.facts.chainId === world.ledger.chainId
      ? [{ name, transport, ...newest.facts }]
      : []
  })
  const comparison = answering.length > 1 ? await compareBlocks(answering) : undefined
  const rows = computeNodeRows({
    peers,
    reports,
    sockets,
    health: health.snapshot,
    comparison,
    expectedChainId: world.ledger.chainId,
    now: world.now(),
    nowMs: health.now(),
  })
  const found = createFindings()
  for (const [at, row] of rows.entries()) {
    const place = ['first', 'second', 'third'][at] ?? 'other'
    if (row.tone !== 'good') found.note(place, `${row.state}: ${row.sentence}`)
    // A demo node's own first block is that of its chain, which no fault changes.
    const missing = row.missing.filter(({ kind }) => kind !== 'history' || isPruned(row, world))
    for (const { kind, sentence } of missing) found.note(`${place} ${kind}`, sentence)
    if (row.agreement.kind === 'differs') found.note(`${place} alarm`, 'tells another block')
  }
  return found.findings()
}

function isPruned(
  {
    answered,
  }: { readonly answered?: { readonly facts: { readonly earliestHeight: bigint } } | undefined },
  { ledger }: Visit['world'],
): boolean {
  return (answered?.facts.earliestHeight ?? 0n) > ledger.initialHeight
}
