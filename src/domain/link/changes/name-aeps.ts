/** How many numbers a sentence holds before it counts the rest. */
const NAMED = 8

/**
 * `AEP-76`, `AEP-76 and AEP-78`, `AEP-1, AEP-2, …, AEP-8 and 12 others`. Empty where there are none.
 * @param count how many there are where the list holds the first ten only. @default the length of the list
 */
export function nameAeps(numbers: readonly number[], count = numbers.length): string {
  // A single one left over is named as well, for counting it takes as much room.
  const named = numbers.slice(0, count === NAMED + 1 ? count : NAMED)
  const words = named.map((number) => `AEP-${number}`)
  if (named.length < count) words.push(`${count - named.length} others`)
  const last = words.pop()
  if (last === undefined) return ''
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`
}
