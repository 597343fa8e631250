import type { LeaseId } from '../../domain/market/lease.ts'

/** Of an order the first four parts, of a deployment the first two. */
export type RecordId = Pick<LeaseId, 'owner' | 'dseq'> & Partial<LeaseId>

/** Ids of records that were seen. */
export interface IdSet {
  readonly size: () => number
  /** @returns whether it was not there yet */
  readonly add: (id: RecordId) => boolean
  readonly delete: (id: RecordId) => void
}

/**
 * A set that keeps the ids themselves, in the order nodes list them in (protocol D3), and makes texts only of those that
 * come out of it: texts of a million ids would take more room than anything else of them.
 */
export function createIdSet(): IdSet {
  /** Ascending. */
  const inOrder: RecordId[] = []
  /** Those that came after a greater one, as texts. */
  const others = new Set<string>()
  const isAt = (place: number, id: RecordId) => {
    const there = inOrder[place]
    return there !== undefined && compareIds(there, id) === 0
  }
  return {
    size: () => inOrder.length + others.size,
    add(id) {
      const place = placeIn(inOrder, id)
      const isNew = !isAt(place, id) && (others.size === 0 || !others.has(textOf(id)))
      if (!isNew) return false
      if (place === inOrder.length) inOrder.push(id)
      else others.add(textOf(id))
      return true
    },
    delete(id) {
      const place = placeIn(inOrder, id)
      if (isAt(place, id)) inOrder.splice(place, 1)
      else others.delete(textOf(id))
    },
  }
}

/** How many of the ascending ids are below this one: as a rule all. */
function placeIn(ascending: readonly RecordId[], id: RecordId): number {
  const last = ascending.at(-1)
  if (last === undefined || compareIds(last, id) < 0) return ascending.length
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = ascending[middle]
    if (there !== undefined && compareIds(there, id) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compareIds(a: RecordId, b: RecordId): number {
  if (a.owner !== b.owner) return a.owner < b.owner ? -1 : 1
  if (a.dseq !== b.dseq) return a.dseq < b.dseq ? -1 : 1
  const order = (a.gseq ?? 0) - (b.gseq ?? 0) || (a.oseq ?? 0) - (b.oseq ?? 0)
  if (order !== 0) return order
  const [one = '', other = ''] = [a.provider, b.provider]
  if (one !== other) return one < other ? -1 : 1
  return (a.bseq ?? 0) - (b.bseq ?? 0)
}

function textOf({ owner, dseq, gseq = 0, oseq = 0, provider = '', bseq = 0 }: RecordId): string {
  return `${owner}/${dseq}/${gseq}/${oseq}/${provider}/${bseq}`
}
