import { groupAnswers, type Opinion } from '../../second-opinion.ts'

/** A block as one endpoint told it. */
export interface ToldBlockHash {
  readonly endpoint: string
  readonly height: bigint
  readonly hash: string
}

/** The lowest height of which two endpoints have told different blocks; undefined when all agree so far. */
export function findFork(
  told: readonly ToldBlockHash[],
): Extract<Opinion, { kind: 'differs' }> | undefined {
  const heights = new Map<bigint, ToldBlockHash[]>()
  for (const block of told) {
    const others = heights.get(block.height)
    if (others === undefined) heights.set(block.height, [block])
    else others.push(block)
  }
  let fork: Extract<Opinion, { kind: 'differs' }> | undefined
  for (const [height, blocks] of heights) {
    if (fork !== undefined && fork.height < height) continue
    const groups = groupAnswers(blocks.map(({ endpoint, hash }) => ({ endpoint, mark: hash })))
    if (groups.length < 2) continue
    const answers = groups.map(({ mark, endpoints }) => ({ value: mark, endpoints }))
    fork = { kind: 'differs', fact: { kind: 'block' }, height, answers }
  }
  return fork
}
