import {
  countPast,
  type DeploymentLife,
  type LivesOptions,
  listLiving,
  pastCreation,
  pastLife,
  tenantOf,
} from './deployment-lives.ts'
import { PURPOSE } from './draws.ts'

/**
 * Every deployment there is until a height, numbered in the order of the chain's keys: by owner, then dseq. Of the past
 * only what orders it is kept, in columns, and the rest is drawn again when it is asked for: half a million leases take
 * about ten megabytes.
 */
export interface MarketBooks {
  /** Height they reach to. */
  readonly until: number
  readonly count: number
  tenant(at: number): number
  dseq(at: number): number
  life(at: number): DeploymentLife
  /** Ascending numbers of those that were not over when the chain began. */
  readonly living: Uint32Array
  /** Number of each tenant's first, and one more for the end. */
  readonly starts: Uint32Array
}

/** More than there are deployments; packed with a dseq it stays below 2^53. */
const PACKED = 2 ** 21

/** Keeps the books until a height. Greater heights give the same and more. */
export function createBooks(options: LivesOptions, until: number): MarketBooks {
  const past = countPast(options)
  const lives = [...listLiving(options, until)]
  const count = past + lives.length
  const createdAt = new Int32Array(count)
  const tenants = new Uint16Array(count)
  const starts = new Uint32Array(options.people.tenants.length + 1)
  for (let index = 0; index < count; index++) {
    const life = index < past ? undefined : lives[index - past]
    createdAt[index] = life?.seed.createdAt ?? pastCreation(options, index)
    tenants[index] = life?.tenant ?? tenantOf(options, index)
    const after = (tenants[index] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let tenant = 1; tenant < starts.length; tenant++) {
    starts[tenant] = (starts[tenant] ?? 0) + (starts[tenant - 1] ?? 0)
  }

  // Typed arrays sort natively. Ties keep the order of the lives, so that later ones change nothing of earlier ones.
  const packed = new Float64Array(count)
  const next = starts.slice()
  for (let index = 0; index < count; index++) {
    const tenant = tenants[index] ?? 0
    const thing = index < past ? index : (lives[index - past]?.seed.thing ?? index)
    const before = 1 + Math.floor(4 * options.draw(thing, PURPOSE.dseq))
    packed[next[tenant] ?? 0] = ((createdAt[index] ?? 0) - before) * PACKED + index
    next[tenant] = (next[tenant] ?? 0) + 1
  }
  const indices = new Uint32Array(count)
  const dseqs = new Uint32Array(count)
  const living: number[] = []
  for (let tenant = 0; tenant + 1 < starts.length; tenant++) {
    const end = starts[tenant + 1] ?? 0
    packed.subarray(starts[tenant], end).sort()
    let dseqBefore = 0
    for (let at = starts[tenant] ?? 0; at < end; at++) {
      const value = packed[at] ?? 0
      const wanted = Math.floor(value / PACKED)
      const index = value - wanted * PACKED
      indices[at] = index
      // Two of one tenant in one block: clients take the next number.
      dseqBefore = Math.max(wanted, dseqBefore + 1)
      dseqs[at] = dseqBefore
      if (index >= past) living.push(at)
    }
  }

  return {
    until,
    count,
    tenant: (at) => tenants[indices[at] ?? 0] ?? 0,
    dseq: (at) => dseqs[at] ?? 0,
    life(at) {
      const index = indices[at] ?? 0
      const life = index < past ? undefined : lives[index - past]
      return life ?? pastLife(options, index, createdAt[index] ?? 0)
    },
    living: Uint32Array.from(living),
    starts,
  }
}
