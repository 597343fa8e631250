/** Octets a line may have (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/** One property with its line end, folded where it is long: CRLF and a space, never inside a character. */
export function contentLine(name: string, value: string): string {
  const encoder = new TextEncoder()
  let line = ''
  let octets = 0
  for (const character of `${name}:${value}`) {
    const size = encoder.encode(character).length
    if (octets + size > LONGEST_LINE) {
      line += '\r\n '
      octets = 1
    }
    line += character
    octets += size
  }
  return `${line}\r\n`
}

/** A TEXT value (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n?|\n/g, '\\n')
}

/** `20260323T140000Z` */
export function utcStamp(date: Date): string {
  return date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
}
