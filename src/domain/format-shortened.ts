/**
 * Keeps both ends of an identifier: `akash1x4u…rt40d`. Texts that would not become shorter stay whole.
 * Counts code points, so no character is cut in two.
 */
export function shortenMiddle(text: string, head: number, tail: number): string {
  const points = Array.from(text)
  if (points.length <= head + tail + 1) return text
  return `${points.slice(0, head).join('')}…${points.slice(points.length - tail).join('')}`
}

/** An account or validator address: prefix and three characters, then the last five. */
export function shortenAddress(address: string): string {
  const separator = address.lastIndexOf('1')
  return shortenMiddle(address, separator > 0 && separator < 30 ? separator + 4 : 8, 5)
}
