/** What a value was at each height. Heights are written ascending; writing one twice keeps the later value. */
export class VersionHistory<T> {
  // Most values are written once, so the lists come with the second.
  #firstHeight: number
  #firstValue: T
  #later: { readonly heights: number[]; readonly values: T[] } | undefined

  constructor(height: number, value: T) {
    this.#firstHeight = height
    this.#firstValue = value
  }

  /** @throws {RangeError} when an older height than the last one is written */
  set(height: number, value: T): void {
    const last = this.#later?.heights.at(-1) ?? this.#firstHeight
    if (height < last) throw new RangeError(`height ${height} comes after ${last} was written`)
    if (this.#later === undefined) {
      if (height === last) this.#firstValue = value
      else this.#later = { heights: [height], values: [value] }
      return
    }
    const { heights, values } = this.#later
    if (height === last) values[values.length - 1] = value
    else {
      heights.push(height)
      values.push(value)
    }
  }

  /** The value after the block of this height; undefined before the first one was written. */
  at(height: number): T | undefined {
    if (height < this.#firstHeight) return undefined
    if (this.#later === undefined) return this.#firstValue
    const { heights, values } = this.#later
    const count = countUpTo(heights, height)
    return count === 0 ? this.#firstValue : values[count - 1]
  }
}

/** How many of these ascending numbers are at most `limit`. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  const last = ascending.at(-1)
  if (last === undefined || last <= limit) return ascending.length
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
