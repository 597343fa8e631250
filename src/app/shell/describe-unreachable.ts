import type { Unreachable } from '../fallback/fallback.ts'

/** Which endpoints could not be read, and why, as far as any of them told. */
export function describeUnreachable(
  { count, firstReason, silentCount }: Unreachable,
  networkName: string | undefined,
): string {
  const of = networkName === undefined ? '' : ` of ${networkName}`
  const none =
    count === 1
      ? `The one endpoint${of} could not be read`
      : `None of the ${count} endpoints${of} could be read`
  if (firstReason === undefined) {
    return `${none}: ${count === 1 ? 'it has' : 'they have'} not said anything so far.`
  }
  const silent =
    silentCount === 0
      ? ''
      : ` ${silentCount} ${silentCount === 1 ? 'has' : 'have'} not said anything so far.`
  return `${none}${count === 1 ? ':' : '. The first:'} ${firstReason}${silent}`
}
