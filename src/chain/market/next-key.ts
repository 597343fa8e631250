/**
 * The record at which a page of the market goes on, as its key names it: the key is
 * `crc32 | length, states | length, prefix | length, primary key | …` and a primary key of leases and bids is the owner, 0,
 * dseq, gseq, oseq, then provider, 0 and bseq (akash-network/node `util/query/pagination.go`, `x/market/keeper/keys`).
 * @returns `owner/dseq/gseq/oseq/provider/bseq`, without the last two for orders; undefined where it reads otherwise
 */
export function parseNextKey(key: Uint8Array): string | undefined {
  const segments = readSegments(key, 4)
  const primary = segments[2]
  if (primary === undefined) return undefined
  const reader = createReader(primary)
  const owner = reader.text()
  const dseq = reader.integer(8)
  const rest: string[] = []
  while (!reader.isAtEnd()) {
    const next = rest.length === 2 ? reader.text() : reader.integer(4)?.toString()
    if (next === undefined) return undefined
    rest.push(next)
  }
  if (owner === undefined || dseq === undefined) return undefined
  return [owner, dseq.toString(), ...rest].join('/')
}

function readSegments(bytes: Uint8Array, start: number): readonly Uint8Array[] {
  const segments: Uint8Array[] = []
  let at = start
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    if (at + 1 + length > bytes.length) break
    segments.push(bytes.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  return segments
}

function createReader(bytes: Uint8Array) {
  let at = 0
  return {
    isAtEnd: () => at >= bytes.length,
    /** Up to a zero byte. */
    text(): string | undefined {
      const end = bytes.indexOf(0, at)
      if (end < 0) return undefined
      const text = String.fromCharCode(...bytes.subarray(at, end))
      at = end + 1
      return text
    },
    /** Big-endian. */
    integer(length: number): bigint | undefined {
      if (at + length > bytes.length) return undefined
      let value = 0n
      for (const byte of bytes.subarray(at, at + length)) value = (value << 8n) | BigInt(byte)
      at += length
      return value
    },
  }
}
