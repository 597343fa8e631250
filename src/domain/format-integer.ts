/** What separates the thousands. */
const GROUP = /\B(?=(\d{3})+$)/g

/** `27400494n` gives `27,400,494`; a minus is U+2212, as wide as a figure. */
export function formatInteger(value: bigint | number): string {
  const text = value.toString()
  const isNegative = text.startsWith('-')
  const grouped = (isNegative ? text.slice(1) : text).replace(GROUP, ',')
  return isNegative ? `\u2212${grouped}` : grouped
}

/** `1 vote`, `1,503 votes`. @default the plural is the singular with an s */
export function formatCount(
  count: bigint | number,
  singular: string,
  plural = `${singular}s`,
): string {
  return `${formatInteger(count)} ${BigInt(count) === 1n ? singular : plural}`
}
