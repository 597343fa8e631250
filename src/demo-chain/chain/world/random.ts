/** A stream of numbers that its seed alone decides. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** From 0 up to, not including, `end`. */
  below(end: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  bytes(length: number): Uint8Array
}

/**
 * Of one purpose; two purposes of a world share no numbers, so that one more draw here changes nothing there.
 * FNV-1a seeds SplitMix32: plenty for a pretend world, useless for secrets.
 */
export function createRandom(purpose: string): Random {
  let state = 0x811c9dc5
  for (let at = 0; at < purpose.length; at++) {
    state = Math.imul(state ^ purpose.charCodeAt(at), 0x01000193)
  }
  const draw = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const next = (): number => draw() / 0x1_0000_0000
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    bytes: (length) => {
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length; at++) bytes[at] = draw() >>> 24
      return bytes
    },
  }
}

/** The same items in an order of chance. */
export function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items]
  const taken: T[] = []
  while (left.length > 0) {
    const at = random.below(left.length)
    const last = left.pop()
    const drawn = at < left.length ? left[at] : last
    if (drawn !== undefined) taken.push(drawn)
    if (at < left.length && last !== undefined) left[at] = last
  }
  return taken
}
