import type { Unit } from './split-units.ts'

/** Tells for a place of a unit whether it is struck through: `~~AEP-76~~`. A mark without its second strikes nothing. */
export function findStruck(text: string, { start, end }: Unit): (at: number) => boolean {
  const marks = [...text.slice(start, end).matchAll(/~~/g)].map(({ index }) => start + index)
  return (at) => {
    const before = countBelow(marks, at)
    return before % 2 === 1 && before < marks.length
  }
}

/** @param places ascending */
function countBelow(places: readonly number[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** An item of a list of tasks that is still to be done: `- [ ] AEP-76`. */
export function isUnticked(text: string, { kind, start }: Unit): boolean {
  return kind === 'item' && /^\s{0,3}\[ ?\]/.test(text.slice(start, start + 8))
}
