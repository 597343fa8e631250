/** A number of 32 bits that a seed and two others always give (finalizer of MurmurHash3). */
export function seededNumber(seed: number, a: number, b: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  hash = mix(hash ^ a)
  hash = mix(hash ^ Math.imul(b + 1, 0xc2b2ae35))
  return hash >>> 0
}

function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Bytes that a text always gives: FNV-1a over the text from two starts, drawn out. Good for show, not for secrets. */
export function seededBytes(text: string, length: number): Uint8Array {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15)
  }
  const bytes = new Uint8Array(length)
  let draw = 0
  for (let at = 0; at < length; at++) {
    if (at % 4 === 0) draw = seededNumber(a, b, at)
    bytes[at] = draw >>> ((at % 4) * 8)
  }
  return bytes
}
