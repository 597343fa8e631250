import { formatInteger } from './format-integer.ts'

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

const NBSP = '\u00a0'

/** `512 bytes`, `8 GiB`, `1.5 TiB`: powers of 1,024, as leases are written; at most one decimal place, rounded down. */
export function formatBinaryBytes(bytes: bigint): string {
  if (bytes < 1024n) return `${bytes}${NBSP}${bytes === 1n ? 'byte' : 'bytes'}`
  let scale = 1024n
  let index = 0
  while (index < UNITS.length - 1 && bytes >= scale * 1024n) {
    scale *= 1024n
    index++
  }
  return `${formatTenths((bytes * 10n) / scale)}${NBSP}${UNITS[index]}`
}

/** Thousandths of a core as cores: `0.5 vCPU`, `9,536.5 vCPU`. */
export function formatVcpus(millis: bigint): string {
  const fraction = (millis % 1000n).toString().padStart(3, '0').replace(/0+$/, '')
  const whole = formatInteger(millis / 1000n)
  return `${fraction === '' ? whole : `${whole}.${fraction}`}${NBSP}vCPU`
}

function formatTenths(tenths: bigint): string {
  const whole = formatInteger(tenths / 10n)
  return tenths % 10n === 0n ? whole : `${whole}.${tenths % 10n}`
}
