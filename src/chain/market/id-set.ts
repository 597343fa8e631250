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

/** A set by owner, provider and the rest: their addresses, most of an id, are kept and compared once for each. */
export function createIdSet(): IdSet {
  const owners = new Map<string, Map<string, Set<string>>>()
  let size = 0
  const restOf = ({ dseq, gseq, oseq, bseq }: RecordId) => `${dseq}/${gseq}/${oseq}/${bseq}`
  return {
    size: () => size,
    add(id) {
      const { owner, provider = '' } = id
      let providers = owners.get(owner)
      if (providers === undefined) {
        providers = new Map()
        owners.set(owner, providers)
      }
      let rests = providers.get(provider)
      if (rests === undefined) {
        rests = new Set()
        providers.set(provider, rests)
      }
      const before = rests.size
      rests.add(restOf(id))
      if (rests.size === before) return false
      size++
      return true
    },
    delete(id) {
      const { owner, provider = '' } = id
      if (owners.get(owner)?.get(provider)?.delete(restOf(id)) === true) size--
    },
  }
}
