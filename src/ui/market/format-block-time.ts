import { formatInteger } from '../../domain/format-integer.ts'
import type { BlockTime } from '../../domain/market/market.ts'

/** `6.000 s a block, the mean of blocks 27,400,394 to 27,400,494` */
export function formatBlockTime({ meanMs, fromHeight, toHeight }: BlockTime): string {
  return `${(meanMs / 1000).toFixed(3)} s a block, the mean of blocks ${formatInteger(fromHeight)} to ${formatInteger(toHeight)}`
}
