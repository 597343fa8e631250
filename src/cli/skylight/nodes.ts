import type { NodeTransport } from '../../chain/node.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { describeNodeState } from '../../domain/node-state.ts'
import { type NodeReport, readNode, standingOf } from '../../queries/node-facts.ts'
import { type Answer, EXIT } from './answer.ts'

/**
 * `skylight nodes`: every endpoint asked on its own, compared with the best of its chain.
 * @param height tell of this block too which of them keep it, by the blocks each says it has
 */
export async function listNodes(
  nodes: readonly NodeTransport[],
  now: () => Date,
  height?: bigint,
): Promise<Answer> {
  const reports = await Promise.all(nodes.map((node) => readNode(node, () => performance.now())))
  const data = reports.map((report) => ({
    ...nodeJson(report, reports, now()),
    ...(height === undefined ? {} : { blockAtHeight: blockAt(height, report) }),
  }))
  const best = reports.reduce<Extract<NodeReport, { kind: 'answered' }> | undefined>(
    (top, report) =>
      report.kind === 'answered' &&
      (top === undefined || report.facts.latestHeight > top.facts.latestHeight)
        ? report
        : top,
    undefined,
  )
  return {
    provenance: {
      chainId: best?.facts.chainId ?? null,
      height: best === undefined ? null : Number(best.facts.latestHeight),
      time: best?.facts.latestBlockTime.toISOString() ?? null,
      endpoint: best?.endpoint ?? null,
      query: 'status',
    },
    data,
    header: [
      'endpoint',
      'state',
      'chain',
      'latest',
      'earliest',
      'lag',
      'tx index',
      'version',
      'ms',
      ...(height === undefined ? [] : [`block ${height}`]),
    ],
    rows: data.map((node) => [
      node.endpoint,
      node.sentence,
      node.chainId ?? '',
      node.latestHeight?.toString() ?? '',
      node.earliestHeight?.toString() ?? '',
      node.lag?.toString() ?? '',
      node.txIndex ?? '',
      node.appVersion ?? '',
      node.latencyMs?.toString() ?? '',
      ...(height === undefined ? [] : [node.blockAtHeight?.replace('-', ' ') ?? '']),
    ]),
    notes:
      height === undefined
        ? []
        : [
            `All is told as it stands now, but for who has block ${formatInteger(height)}; who keeps it may have pruned its state.`,
          ],
    exitCode: best === undefined ? EXIT.noEndpoint : EXIT.answered,
  }
}

/** What a node says of its blocks tells nothing sure of its states, which are pruned on their own. */
function blockAt(height: bigint, report: NodeReport): 'kept' | 'pruned' | 'not-reached' | null {
  if (report.kind === 'failed') return null
  if (height > report.facts.latestHeight) return 'not-reached'
  return height < report.facts.earliestHeight ? 'pruned' : 'kept'
}

function nodeJson(report: NodeReport, all: readonly NodeReport[], now: Date) {
  if (report.kind === 'failed') {
    const { kind, sentence } = report.failure
    return { ...NOTHING_KNOWN, endpoint: report.endpoint, state: kind, sentence }
  }
  const { facts } = report
  const { state, lag } = standingOf(report, all, now)
  return {
    endpoint: report.endpoint,
    state: state.kind,
    sentence: describeNodeState(state),
    chainId: facts.chainId,
    latestHeight: Number(facts.latestHeight),
    latestBlockTime: facts.latestBlockTime.toISOString(),
    earliestHeight: Number(facts.earliestHeight),
    txIndex: facts.txIndex ?? null,
    engineVersion: facts.engineVersion ?? null,
    appVersion: facts.appVersion ?? null,
    lag: Number(lag),
    latencyMs: Math.round(report.latencyMs),
  }
}

const NOTHING_KNOWN = {
  chainId: null,
  latestHeight: null,
  latestBlockTime: null,
  earliestHeight: null,
  txIndex: null,
  engineVersion: null,
  appVersion: null,
  lag: null,
  latencyMs: null,
}
