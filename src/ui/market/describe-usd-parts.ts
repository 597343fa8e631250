import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { UnpricedPart, UsdValue } from '../../domain/market/metrics/usd-value.ts'

const WHY: Readonly<Record<UnpricedPart['why'], string>> = {
  'unknown-denomination': 'no price is known',
  'no-oracle-price': 'the oracle has no price',
  'oracle-unhealthy': 'the oracle is unhealthy',
  'not-assumed': 'no price is assumed',
}

/** Which denominations a sum of dollars is of, by which ground, and which are left out: never summed in silence. */
export function describeUsdParts({ parts, unpriced }: UsdValue): string {
  const counted = parts.map(({ denom, basis }) => {
    const ticker = sanitizeChainText(formatDenom(denom))
    return basis.kind === 'assumption' ? `${ticker} (at an assumed price)` : ticker
  })
  const left = unpriced.map(
    ({ denom, why }) => `${sanitizeChainText(formatDenom(denom))} is left out: ${WHY[why]}`,
  )
  return [counted.length === 0 ? '' : `of ${counted.join(' and ')}`, ...left]
    .filter((part) => part !== '')
    .join('; ')
}
