import type { NodeTransport } from '../../chain/node.ts'
import { describeNodeState } from '../../domain/node-state.ts'
import { type NodeReport, readNode, standingOf } from '../../queries/node-facts.ts'
import { type Answer, EXIT } from './answer.ts'

/** `skylight nodes`: every endpoint asked on its own, compared with the best of its chain. */
export async function listNodes(nodes: readonly NodeTransport[], now: () => Date): Promise<Answer> {
  const reports = await Promise.all(nodes.map((node) => readNode(node, () => performance.now())))
  const data = reports.map((report) => nodeJson(report, reports, now()))
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
    ]),
    exitCode: best === undefined ? EXIT.noEndpoint : EXIT.answered,
  }
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
