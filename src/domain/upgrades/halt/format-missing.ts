import { formatShare } from '../../format-share.ts'
import type { HaltValidator } from './power-back.ts'

/** Who it is: the label, else the address of the consensus key. Safe to show. */
export function nameHaltValidator({ label, address }: HaltValidator): string {
  return label ?? address
}

/** A line each, to be pasted into a chat: name, share of the power, operator's address. */
export function formatMissing(missing: readonly HaltValidator[], total: bigint): string {
  return missing
    .map((validator) => {
      const share = formatShare(validator.power, total, { digits: 2 }) ?? ''
      const address = validator.operatorAddress ?? validator.address
      return `${nameHaltValidator(validator)}  ${share}  ${address}`
    })
    .join('\n')
}
