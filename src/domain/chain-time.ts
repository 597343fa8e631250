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

/** RFC 3339 with up to nine fractional digits; undefined for any other text. */
export function parseChainTime(text: string): ChainTime | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9})\d*)?(Z|[+-]\d\d:\d\d)$/.exec(text)
  if (!match) return undefined
  const ms = Date.parse(`${match[1]}${match[3]}`)
  if (Number.isNaN(ms)) return undefined
  return new ChainTime(ms / 1_000, Number((match[2] ?? '').padEnd(9, '0')))
}
