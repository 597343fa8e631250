/** A stream of numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What differs between one simulated chain and the next. */
export interface ChainTemper {
  /** Seconds between blocks when all is well. */
  readonly blockSeconds: number
  /** Standard deviation of the drift of the block time over 10,000 blocks, as a share of it. */
  readonly drift: number
  /** Blocks after which half of the drift has gone back. */
  readonly driftHalfLife: number
  /** Share of blocks that take a second round. */
  readonly lateShare: number
  /** Spells of slow blocks begin with this probability a block. */
  readonly spellStart: number
  readonly spellBlocks: number
  /** Block time in a spell, as a multiple. */
  readonly spellFactor: number
}

export function drawTemper(random: () => number): ChainTemper {
  const between = (least: number, most: number) => least + (most - least) * random()
  const spellBlocks = logBetween(random, 30, 3_000)
  return {
    blockSeconds: between(1.5, 7),
    drift: between(0.002, 0.03),
    driftHalfLife: logBetween(random, 10_000, 200_000),
    lateShare: between(0.002, 0.05),
    spellStart: between(0.02, 0.15) / spellBlocks,
    spellBlocks,
    spellFactor: between(1.02, 1.35),
  }
}

export function logBetween(random: () => number, least: number, most: number): number {
  return Math.exp(Math.log(least) + (Math.log(most) - Math.log(least)) * random())
}

/** Times in milliseconds of so many blocks one after the other, the first at 0. */
export function simulateBlockTimes(
  temper: ChainTemper,
  blocks: number,
  random: () => number,
): Float64Array {
  const times = new Float64Array(blocks)
  const perBlock = temper.drift / 100
  const pull = Math.LN2 / temper.driftHalfLife
  let level = normal(random) * temper.drift
  let spellLeft = 0
  let now = 0
  for (let at = 1; at < blocks; at++) {
    level += perBlock * normal(random) - pull * level
    if (spellLeft > 0) spellLeft--
    else if (random() < temper.spellStart) {
      spellLeft = Math.ceil(-Math.log(1 - random()) * temper.spellBlocks)
    }
    let seconds = temper.blockSeconds * Math.exp(level) * (0.95 + 0.1 * random())
    if (spellLeft > 0) seconds *= temper.spellFactor
    if (random() < temper.lateShare) seconds += 3 - 4 * Math.log(1 - random())
    now += seconds * 1_000
    times[at] = now
  }
  return times
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
