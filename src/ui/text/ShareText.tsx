import type { Dec } from '../../domain/decimal.ts'
import { formatDec } from '../../domain/decimal.ts'
import { formatDecShare } from '../../domain/format-share.ts'

export interface ShareTextProps {
  /** undefined: not known. */
  readonly share: Dec | undefined
  readonly threshold?: Dec | undefined
  /** @default 1 */
  readonly digits?: number
}

/** A share in percent, with all 18 digits in its title. */
export function ShareText({ share, threshold, digits = 1 }: ShareTextProps) {
  if (share === undefined) return <span className="text-ink-3">not known</span>
  const exact = formatDec(share)
  return (
    <data value={exact} title={`exactly ${exact}`}>
      {formatDecShare(share, { digits, threshold })}
    </data>
  )
}
