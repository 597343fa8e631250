import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDuration } from '../../domain/time.ts'
import { useChain } from '../../queries/chain.ts'
import { blockComparisonQuery, forkOf } from '../../queries/node-agreement.ts'
import { computeNodeRows, type NodeRow } from '../../queries/node-rows.ts'
import { useNodeHealth } from '../../queries/nodes.ts'
import { ASKED_EVERY_MS, peerReportQuery } from '../../queries/peer-report.ts'
import { peerSocketQuery } from '../../queries/peer-socket.ts'
import type { Disagreement } from '../../queries/second-opinion.ts'

export interface NodeTable {
  readonly rows: readonly NodeRow[]
  /** The nodes tell different blocks. */
  readonly fork: Disagreement | undefined
  /** Height the nodes were compared at; undefined before that. */
  readonly comparedHeight: bigint | undefined
  /** Asks these endpoints now, unless they were asked just before. Resolves with a sentence on what was done. */
  readonly test: (names: readonly string[]) => Promise<string>
}

/** Every endpoint of the choice, asked about itself while the screen is looked at. */
export function useNodeRows(now: Date): NodeTable {
  const chain = useChain()
  const client = useQueryClient()
  const { peers, health } = chain.nodes
  useNodeHealth()
  const reports = useQueries({ queries: peers.map((peer) => peerReportQuery(chain.nodes, peer)) })
  const sockets = useQueries({
    queries: peers.map((peer, index) =>
      peerSocketQuery(peer, reports[index]?.data?.newest.kind === 'answered'),
    ),
  })
  const told = reports.flatMap(({ data }) =>
    data?.newest.kind === 'answered' ? [data.newest] : [],
  )
  const chainId = chain.expectedChainId ?? told[0]?.facts.chainId
  const isEveryoneAsked = reports.every(({ data }) => data !== undefined)
  const compared = useQuery(
    blockComparisonQuery(
      chain.key,
      peers.flatMap(({ name, transport }, index) => {
        const newest = reports[index]?.data?.newest
        return isEveryoneAsked && newest?.kind === 'answered' && newest.facts.chainId === chainId
          ? [{ name, transport, ...newest.facts }]
          : []
      }),
    ),
  )
  const rows = computeNodeRows({
    peers,
    reports: reports.map(({ data }) => data),
    sockets: sockets.map(({ data }) => data),
    health: health.snapshot,
    comparison: compared.data,
    expectedChainId: chain.expectedChainId,
    now,
    nowMs: health.now(),
  })

  async function test(names: readonly string[]): Promise<string> {
    const ages = names.map((name, index) => {
      const at = peers.findIndex((peer) => peer.name === name)
      const askedAtMs = reports[at]?.data?.askedAtMs ?? 0
      return { name, index, ageMs: health.now() - askedAtMs }
    })
    const due = ages.filter(({ ageMs }) => ageMs >= ASKED_EVERY_MS)
    if (due.length === 0) {
      const youngestMs = Math.min(...ages.map(({ ageMs }) => ageMs))
      return `Asked ${formatDuration(youngestMs)} ago; an endpoint is asked at most once in ${formatDuration(ASKED_EVERY_MS)}.`
    }
    await Promise.all(
      due.flatMap(({ name }) => [
        client.refetchQueries({ queryKey: ['node', name], exact: true }),
        client.refetchQueries({ queryKey: ['node-socket', name], exact: true }),
      ]),
    )
    return due.length === 1 ? `${due[0]?.name} was asked.` : `${due.length} endpoints were asked.`
  }

  return {
    rows,
    fork: compared.data === undefined ? undefined : forkOf(compared.data),
    comparedHeight: compared.data?.height,
    test,
  }
}
