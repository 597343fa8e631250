/** A list of AEP numbers as a document's field writes it, `9, 40`; cut where it is longer than a line. */
export function formatNumbers(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 12).join(', ')
  return numbers.length > 12 ? `${shown}, …` : shown
}
