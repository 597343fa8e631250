import { queryOptions } from '@tanstack/react-query'
import {
  comparedRequest,
  describeComparedAnswer,
  readComparedAnswer,
} from '../chain/compared-facts.ts'
import type { NodeTransport } from '../chain/node.ts'
import { type BlockRange, chooseCommonHeight, hasBlock } from '../domain/node-agreement.ts'
import { type GivenAnswer, groupAnswers, type Opinion } from '../domain/second-opinion.ts'

/** A node that answered, with the blocks it has. */
export interface ComparedNode extends BlockRange {
  readonly name: string
  readonly transport: NodeTransport
}

/** What the nodes of one chain tell of one height. */
export interface BlockComparison {
  /** undefined: no two of them have a block in common. */
  readonly height: bigint | undefined
  readonly answers: readonly GivenAnswer[]
}

const COMPARED_EVERY_MS = 60_000
const BLOCK = { kind: 'block' } as const

/** The block of one height as each node tells it. `key` changes with who is compared, not with every block. */
export function blockComparisonQuery(chainKey: string, nodes: readonly ComparedNode[]) {
  return queryOptions({
    queryKey: [chainKey, 'node-agreement', nodes.map(({ name }) => name).toSorted()] as const,
    queryFn: ({ signal }) => compareBlocks(nodes, signal),
    staleTime: COMPARED_EVERY_MS,
    refetchInterval: COMPARED_EVERY_MS,
    networkMode: 'always',
    enabled: nodes.length > 1,
  })
}

/** Never rejects: a node that does not tell is left out. */
export async function compareBlocks(
  nodes: readonly ComparedNode[],
  signal?: AbortSignal,
): Promise<BlockComparison> {
  const height = chooseCommonHeight(nodes)
  if (height === undefined) return { height, answers: [] }
  const settled = await Promise.allSettled(
    nodes
      .filter((node) => hasBlock(node, height))
      .map(async ({ name, transport }) => {
        const { result } = await transport.request(
          comparedRequest(BLOCK, height),
          signal ? { signal } : {},
        )
        return { endpoint: name, mark: readComparedAnswer(BLOCK, height, result) }
      }),
  )
  const answers = settled.flatMap((outcome) => {
    if (outcome.status === 'rejected') return []
    const { endpoint, mark } = outcome.value
    return mark === undefined ? [] : [{ endpoint, mark }]
  })
  return { height, answers }
}

/** The alarm of a comparison; undefined where all tell the same. */
export function forkOf({
  height,
  answers,
}: BlockComparison): Extract<Opinion, { kind: 'differs' }> | undefined {
  const groups = groupAnswers(answers)
  if (height === undefined || groups.length < 2) return undefined
  return {
    kind: 'differs',
    fact: BLOCK,
    height,
    answers: groups.map(({ mark, endpoints }) => ({
      value: describeComparedAnswer(BLOCK, mark),
      endpoints,
    })),
  }
}
