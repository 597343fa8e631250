/** The whole list as it stood when it was last read to its end: what closed proposals kept for good do not tell. */
export interface LastReading {
  /** Height of the state it was read from, as decimal text. */
  readonly height: string
  /** Time of that block, milliseconds since the epoch; undefined when it was not known. */
  readonly timeMs: number | undefined
  readonly endpoint: string
  /** The proposals that could still change, as the node sent them. */
  readonly open: readonly { readonly id: string; readonly bytes: Uint8Array }[]
  /** Ids the chain had and that were not kept: undecodable, or too large. */
  readonly missing: readonly string[]
  /** Highest id of the list. */
  readonly newestId: string
}

/** What was stored as the last reading; undefined where it is of no form this version knows, or nothing was. */
export function parseLastReading(value: unknown): LastReading | undefined {
  return isLastReading(value) ? value : undefined
}

function isLastReading(value: unknown): value is LastReading {
  return (
    isRecord(value) &&
    isDecimal(value.height) &&
    isDecimal(value.newestId) &&
    typeof value.endpoint === 'string' &&
    (value.timeMs === undefined || typeof value.timeMs === 'number') &&
    Array.isArray(value.open) &&
    value.open.every(isOpen) &&
    Array.isArray(value.missing) &&
    value.missing.every(isDecimal)
  )
}

function isOpen(value: unknown): boolean {
  return isRecord(value) && isDecimal(value.id) && value.bytes instanceof Uint8Array
}

function isDecimal(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,20}$/.test(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
