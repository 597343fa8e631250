import { queryOptions } from '@tanstack/react-query'
import {
  fetchBlockHeader,
  fetchBlockMeta,
  fetchCommit,
  fetchConsensusSet,
  findBlockAbsence,
  type ToldBlock,
} from '../chain/blocks.ts'
import { fetchNodeFacts } from '../chain/node.ts'
import type { BlockCommit, BlockHeader, BlockMeta, ConsensusMember } from '../domain/block.ts'
import type { Figure } from '../domain/figure.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'

/** One block, or why there is none to show. */
export type BlockReport =
  | {
      readonly kind: 'found'
      readonly header: BlockHeader
      readonly source: Source
      readonly meta: Figure<BlockMeta>
      readonly commit: Figure<BlockCommit>
      readonly members: Figure<readonly ConsensusMember[]>
      /** Newest height known; undefined where no node told. */
      readonly latestHeight: bigint | undefined
    }
  | {
      readonly kind: 'not-reached'
      readonly height: bigint
      readonly latestHeight: bigint
      readonly endpoint: string
    }
  | {
      readonly kind: 'dropped'
      readonly height: bigint
      readonly earliestHeight: bigint
      readonly endpoint: string
    }

export function blockQuery(chain: Chain, height: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'block', height.toString()] as const,
    queryFn: ({ signal }) => readBlock(chain, height, signal),
    staleTime: ({ state }) => (isLasting(state.data) ? Number.POSITIVE_INFINITY : 0),
  })
}

/** What the next block has sealed stays as it is; the newest block and parts that failed are read again. */
function isLasting(report: BlockReport | undefined): boolean {
  return (
    report?.kind === 'found' &&
    report.meta.kind === 'known' &&
    report.members.kind === 'known' &&
    report.commit.kind === 'known' &&
    report.commit.value.isCanonical
  )
}

/**
 * One round trip for the parts of a block.
 * @throws what `describeFailure` knows, where not even its header can be had for another reason than its height
 */
export async function readBlock(
  chain: Chain,
  height: bigint,
  signal?: AbortSignal,
): Promise<BlockReport> {
  const { transport } = chain
  const options = signal ? { signal } : {}
  const [facts, header, meta, commit, members] = await Promise.allSettled([
    fetchNodeFacts(transport, options),
    fetchBlockHeader(transport, height, options),
    fetchBlockMeta(transport, height, options),
    fetchCommit(transport, height, options),
    fetchConsensusSet(transport, height, options),
  ])
  if (facts.status === 'fulfilled') chain.onFacts(facts.value)
  if (header.status === 'rejected') {
    const absence = findBlockAbsence(header.reason)
    if (absence === undefined) throw header.reason
    return { ...absence, height }
  }
  const { value, endpoint } = header.value
  const sourceOf =
    (query: string) =>
    (told: ToldBlock<unknown>): Source => ({
      chainId: value.chainId,
      height,
      time: value.time,
      endpoint: told.endpoint,
      query,
    })
  const asked = `height=${height}`
  return {
    kind: 'found',
    header: value,
    source: sourceOf(`header ${asked}`)({ value, endpoint }),
    meta: figureOf(meta, toldValue, sourceOf(`blockchain minHeight=${height} maxHeight=${height}`)),
    commit: figureOf(commit, toldValue, sourceOf(`commit ${asked}`)),
    members: figureOf(members, toldValue, sourceOf(`validators ${asked}`)),
    latestHeight: facts.status === 'fulfilled' ? facts.value.latestHeight : undefined,
  }
}

function toldValue<T>({ value }: ToldBlock<T>): T {
  return value
}
