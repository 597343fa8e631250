import { formatShare } from '../../domain/format-share.ts'

const PARTS = 1_000_000_000

/** A share from 0 to 1 as `12.3 %`, with the care of `formatShare`. */
export function formatFloatShare(share: number): string {
  return formatShare(BigInt(Math.round(share * PARTS)), BigInt(PARTS)) ?? ''
}
