/**
 * A time as the chain has it, to the nanosecond. A Date everywhere a Date will do (arithmetic and display need no more
 * than milliseconds), but its ISO text is exact.
 */
export class ChainTime extends Date {
  /** Nanoseconds within the second, 0 to 999,999,999. */
  readonly nanos: number

  constructor(seconds: number, nanos: number) {
    super(seconds * 1_000 + Math.trunc(nanos / 1_000_000))
    this.nanos = nanos
  }

  /** RFC 3339 in UTC with as many fractional digits as it takes, as Go's RFC3339Nano. */
  override toISOString(): string {
    const fraction = this.nanos.toString().padStart(9, '0').replace(/0+$/, '')
    return `${super.toISOString().slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`
  }
}

/** RFC 3339 with up to nine fractional digits, on a day that a calendar has; undefined for any other text. */
export function parseChainTime(text: string): ChainTime | undefined {
  const match = /^((\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d)(?:\.(\d{1,9})\d*)?(Z|[+-]\d\d:\d\d)$/.exec(
    text,
  )
  if (!match) return undefined
  const [, second, day = '', fraction = '', zone] = match
  const ms = Date.parse(`${second}${zone}`)
  // Of 30 February the engine makes a day of March.
  if (Number.isNaN(ms) || new Date(day).toISOString().slice(0, 10) !== day) return undefined
  return new ChainTime(ms / 1_000, Number(fraction.padEnd(9, '0')))
}
