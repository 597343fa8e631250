import { formatDemoChainId } from '../../../domain/demo-chain.ts'

const HOUR_MS = 3_600_000
/** Short, for all of it is worked when the chain is opened. */
const EPOCH_MS = 24 * HOUR_MS
const FIRST_EPOCH = Date.UTC(2026, 0, 1)

/** How long the chain has lived when its epoch begins, so that there is a recent past from the first minute. */
const LEAD_MS = 6 * HOUR_MS

/** Mainnet's last known upgrade, from which heights are reckoned on. */
const ANCHOR = { height: 27_230_465n, time: Date.UTC(2026, 5, 11, 14) }

const BLOCK_MS = 6_000

/** The day a demo chain lives for. */
export interface Epoch {
  readonly index: number
  readonly seed: number
  readonly chainId: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** Time and height of the block the ledger begins with. */
  readonly genesisTime: Date
  readonly genesisHeight: bigint
}

/** The epoch of an instant. */
export function findEpoch(now: Date, seed: number): Epoch {
  const index = Math.floor((now.getTime() - FIRST_EPOCH) / EPOCH_MS)
  const startsAt = FIRST_EPOCH + index * EPOCH_MS
  const genesisTime = startsAt - LEAD_MS
  return {
    index,
    seed,
    chainId: formatDemoChainId(index, seed),
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + EPOCH_MS),
    genesisTime: new Date(genesisTime),
    genesisHeight: heightAt(genesisTime),
  }
}

/** Height of an instant by mainnet's cadence, a block every 6 s. */
export function heightAt(timeMs: number): bigint {
  return ANCHOR.height + BigInt(Math.floor((timeMs - ANCHOR.time) / BLOCK_MS))
}

/** Time of a height, before and after the anchor; an estimate. */
export function timeAt(height: bigint): number {
  return ANCHOR.time + Number(height - ANCHOR.height) * BLOCK_MS
}
