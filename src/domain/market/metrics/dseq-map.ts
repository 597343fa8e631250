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
  const owners = new Map<string, Map<number | bigint, Value>>()
  return {
    get: ({ owner, dseq }) => owners.get(owner)?.get(keyOf(dseq)),
    set: ({ owner, dseq }, value) => {
      const ofOwner = owners.get(owner)
      if (ofOwner === undefined) owners.set(owner, new Map([[keyOf(dseq), value]]))
      else ofOwner.set(keyOf(dseq), value)
    },
  }
}

/** Maps look numbers up much faster than bigints; a dseq is a height as a rule, but may be any 64-bit number. */
function keyOf(dseq: bigint): number | bigint {
  const number = Number(dseq)
  return Number.isSafeInteger(number) ? number : dseq
}
