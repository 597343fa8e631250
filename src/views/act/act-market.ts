import { LOADING } from '../../domain/figure.ts'
import type { Market } from '../../domain/market/market.ts'

export interface ActPartProps {
  /** undefined before the first picture. */
  readonly market: Market | undefined
  readonly now: Date
}

/** What of the picture is on ACT. */
export function actFigures(
  market: Market | undefined,
): Pick<Market, 'bme' | 'oracle' | 'actSupply'> {
  return market ?? { bme: LOADING, oracle: LOADING, actSupply: LOADING }
}
