import type { ResourcedLease } from '../../lease.ts'
import type { BlockTime } from '../../market.ts'
import type { ResourceUnit } from '../../resources.ts'

export function distinct<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => values.indexOf(value) === index)
}

export function sum(values: readonly bigint[]): bigint {
  let total = 0n
  for (const value of values) total += value
  return total
}

/** Units once for every time they are there. */
export function unfold({ resources }: ResourcedLease): readonly ResourceUnit[] {
  return resources.units.flatMap((unit) => Array.from({ length: unit.count }, () => unit))
}

/** So many blocks in so many milliseconds, or nothing to tell time by. */
export function windowOf(blockTime: BlockTime | undefined) {
  if (blockTime === undefined) return undefined
  const blocks = Number(blockTime.toHeight - blockTime.fromHeight)
  const text = (blockTime.meanMs * blocks).toFixed(0)
  return blocks > 0 && /^[1-9]\d*$/.test(text)
    ? { blocks: BigInt(blocks), ms: BigInt(text) }
    : undefined
}
