/**
 * A number from 0 up to, not including, 1, which the market's seed, a thing's number and a purpose alone decide. Nothing
 * of the market is drawn in an order, so any part of it can be made by itself.
 */
export type Draw = (thing: number, purpose: number) => number

/** Two rounds of MurmurHash3's finalizer: plenty for a pretend market, useless for secrets. */
export function createDraw(seed: number): Draw {
  return (thing, purpose) => {
    const first = mix(seed ^ Math.imul(thing + 1, 0x9e3779b1))
    return (mix(first ^ Math.imul(purpose + 1, 0x85ebca77)) >>> 0) / 0x1_0000_0000
  }
}

function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The seed a chain's name gives (FNV-1a): every day of the demo chain has a market of its own. */
export function seedOf(chainId: string): number {
  let seed = 0x811c9dc5
  for (let at = 0; at < chainId.length; at++) {
    seed = Math.imul(seed ^ chainId.charCodeAt(at), 0x01000193)
  }
  return seed >>> 0
}

/** The one whose share of the whole a draw falls on. Shares need not add up to 1. */
export function pickByShare<T>(
  shares: readonly (readonly [T, number])[],
  drawn: number,
  last: T,
): T {
  let whole = 0
  for (let at = 0; at < shares.length; at++) whole += shares[at]?.[1] ?? 0
  let left = drawn * whole
  for (let at = 0; at < shares.length; at++) {
    const one = shares[at]
    left -= one?.[1] ?? 0
    if (one !== undefined && left < 0) return one[0]
  }
  return last
}

/** What each draw is for. */
export const PURPOSE = {
  age: 1,
  residual: 2,
  life: 3,
  tenant: 4,
  ending: 5,
  gap: 6,
  groups: 7,
  match: 8,
  leaseDelay: 9,
  settlePeriod: 10,
  dry: 11,
  closeDelay: 12,
  window: 13,
  dseq: 14,
  denom: 15,
  size: 16,
  gpu: 17,
  gpuModel: 18,
  gpuCount: 19,
  storage: 20,
  bids: 21,
  bidTime: 22,
  topUp: 23,
  reason: 24,
  hasWindow: 25,
  anyModel: 26,
  /** Of bids: these plus 16 for every bidder. */
  bidder: 100,
  bidPrice: 101,
  priceDigits: 102,
  cheapest: 103,
} as const
