import type { ProposalPage, ProposalPageRequest } from './gov.ts'
import { UnbelievableError } from './unbelievable.ts'

/**
 * Pages or entries that repeat, or run backwards: following them would never end, would skip what they leave out, or would
 * count something twice.
 */
export class PageOrderError extends UnbelievableError {
  override readonly name = 'PageOrderError'
  readonly path: string
  override readonly endpoint: string

  constructor(path: string, endpoint: string) {
    super(`The pages of ${path} repeat or run backwards.`, endpoint)
    this.path = path
    this.endpoint = endpoint
  }
}

/** Whether a page holds what it was asked for, in the order asked for, and leads on from there. */
export function isInOrder(
  { isReverse, fromId }: ProposalPageRequest,
  { proposals, nextId }: Pick<ProposalPage, 'proposals' | 'nextId'>,
): boolean {
  const isAfter = (id: bigint, other: bigint) => (isReverse ? id < other : id > other)
  let last: bigint | undefined
  for (const { row } of proposals) {
    // What an unreadable row begins with need not be its id.
    if (row.kind !== 'proposal') continue
    if (fromId !== undefined && isAfter(fromId, row.id)) return false
    if (last !== undefined && !isAfter(row.id, last)) return false
    last = row.id
  }
  return [last, fromId].every(
    (id) => nextId === undefined || id === undefined || isAfter(nextId, id),
  )
}
