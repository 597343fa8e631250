import { formatInteger } from './format-integer.ts'

/** `1 byte`, `640 bytes`, `20.5 kB`, `1.2 MB`; thousands, not 1024s. */
export function formatByteSize(size: number): string {
  if (size < 1000) return `${size} ${size === 1 ? 'byte' : 'bytes'}`
  if (size < 999_950) return `${(size / 1000).toFixed(1)} kB`
  const megabytes = (size / 1_000_000).toFixed(1)
  return `${formatInteger(BigInt(megabytes.slice(0, -2)))}${megabytes.slice(-2)} MB`
}

/** Lower-case hexadecimal without prefix. */
export function formatHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
