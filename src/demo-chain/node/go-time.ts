/** `0001-01-01`, Go's zero time: what stands where there is no time. */
export const ZERO_TIME = '0001-01-01T00:00:00Z'

/** A time as Go's RFC3339Nano writes it: no zeros at the end of the fraction. */
export function formatGoTime(time: Date): string {
  return time.toISOString().replace(/\.?0*Z$/, 'Z')
}
