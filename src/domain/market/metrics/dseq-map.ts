import { toWhole, type Whole } from './whole.ts'

/** What is kept by owner and dseq. */
export interface DseqMap<Value> {
  readonly get: (id: DeploymentId) => Value | undefined
  readonly set: (id: DeploymentId, value: Value) => void
}

/** A deployment's id; those of its orders, bids and leases are longer ones. */
export interface DeploymentId {
  readonly owner: string
  readonly dseq: bigint
}

/** Finds by id without making a text of it, which with many leases takes longer than all the sums. */
export function createDseqMap<Value>(): DseqMap<Value> {
  // Numbers are looked up much faster than bigints; a dseq is a height as a rule, but may be any 64-bit number.
  const slots = new Map<Whole, Slot<Value>>()
  return {
    get: ({ owner, dseq }) => {
      const slot = slots.get(toWhole(dseq))
      return slot?.owner === owner ? slot.value : slot?.others?.get(owner)
    },
    set: ({ owner, dseq }, value) => {
      const key = toWhole(dseq)
      const slot = slots.get(key)
      if (slot === undefined) slots.set(key, { owner, value, others: undefined })
      else if (slot.owner === owner) slot.value = value
      else {
        slot.others ??= new Map()
        slot.others.set(owner, value)
      }
    },
  }
}

/** What is kept under one dseq: as a rule of one owner, for it is the height at which the deployment was made. */
interface Slot<Value> {
  readonly owner: string
  value: Value
  others: Map<string, Value> | undefined
}
