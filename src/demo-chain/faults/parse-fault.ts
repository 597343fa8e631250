import { BLOCK_FAULTS, COUNTED_FAULTS, type Fault, PLAIN_FAULTS, TIMED_FAULTS } from './fault.ts'

/** Twelve digits are more than any time, height or number of requests asks for. */
const WHOLE = /^\d{1,12}$/
const SIGNED = /^-?\d{1,12}$/

/** Reads `NAME` or `NAME:ARGUMENT`, as `lag:100`; undefined for anything else. */
export function parseFault(text: string): Fault | undefined {
  const colonAt = text.indexOf(':')
  const name = colonAt < 0 ? text : text.slice(0, colonAt)
  const argument = colonAt < 0 ? undefined : text.slice(colonAt + 1)
  if (name === 'rate-limit') return parseRateLimit(argument)
  if (argument === undefined) {
    const kind = PLAIN_FAULTS.find((known) => known === name)
    return kind && { kind }
  }
  if (name === 'halt') return parseHalt(argument)
  const timed = TIMED_FAULTS.find((known) => known === name)
  if (timed !== undefined) return parseTimed(timed, argument)
  if (!WHOLE.test(argument)) return undefined
  const counted = COUNTED_FAULTS.find((known) => known === name)
  if (counted !== undefined) return { kind: counted, requests: Number(argument) }
  const inBlocks = BLOCK_FAULTS.find((known) => known === name)
  const blocks = BigInt(argument)
  return inBlocks && blocks > 0n ? { kind: inBlocks, blocks } : undefined
}

function parseRateLimit(argument: string | undefined): Fault | undefined {
  if (argument === undefined) return { kind: 'rate-limit', retryAfterS: undefined }
  return WHOLE.test(argument) ? { kind: 'rate-limit', retryAfterS: Number(argument) } : undefined
}

function parseHalt(argument: string): Fault | undefined {
  if (argument === 'now') return { kind: 'halt', height: 'now' }
  return WHOLE.test(argument) ? { kind: 'halt', height: BigInt(argument) } : undefined
}

function parseTimed(kind: (typeof TIMED_FAULTS)[number], argument: string): Fault | undefined {
  if (kind === 'clock-skew') {
    return SIGNED.test(argument) ? { kind, ms: Number(argument) } : undefined
  }
  const ms = WHOLE.test(argument) ? Number(argument) : 0
  return ms > 0 ? { kind, ms } : undefined
}
