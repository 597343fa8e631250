import { formatInteger } from '../../../domain/format-integer.ts'
import { formatShare } from '../../../domain/format-share.ts'
import type { LorenzCurve } from '../../../domain/market/lorenz.ts'

/** What the smallest `asked` hold, or all where they are fewer, in a sentence: `The smallest 29 of 59 providers hold 3.1 %, the other 30 96.9 %.` */
export function describeLorenz(
  { points, holders: all, total }: LorenzCurve,
  asked: number,
  side: 'providers' | 'tenants',
): string {
  const holders = Math.min(asked, all)
  const weight = points[holders]?.weight ?? 0n
  const share = formatShare(weight, total) ?? ''
  const rest = all - holders
  if (rest === 0) return all === 1 ? 'One alone holds all.' : `All ${formatInteger(all)} hold all.`
  const others = `the other ${formatInteger(rest)}: ${formatShare(total - weight, total)}`
  return holders === 1
    ? `The smallest of ${formatInteger(all)} ${side} holds ${share}, ${others}.`
    : `The smallest ${formatInteger(holders)} of ${formatInteger(all)} ${side} hold ${share}, ${others}.`
}
