import { formatHex } from './format-bytes.ts'
import type { FieldValue } from './message.ts'

/** The exact value of a field as plain text: base units, full addresses, UTC times, hex. */
export function formatFieldText(value: FieldValue): string {
  switch (value.kind) {
    case 'text':
    case 'block':
    case 'decimal':
    case 'link':
    case 'absent':
      return value.text
    case 'integer':
      return value.value.toString()
    case 'flag':
      return value.value ? 'true' : 'false'
    case 'coins':
    case 'decimal-coins':
      return value.coins.map(({ denom, amount }) => `${amount}${denom}`).join(', ')
    case 'address':
      return value.address
    case 'height':
      return value.height.toString()
    case 'time':
      return value.time.toISOString()
    case 'duration':
      return `${value.durationMs / 1_000}s`
    case 'bytes':
      return formatHex(value.bytes)
  }
}
