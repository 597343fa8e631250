import { DEC_ONE, type Dec } from '../../domain/decimal.ts'
import { formatDecShare } from '../../domain/format-share.ts'
import type { BmeStatus } from '../../domain/market/market.ts'

/** The ratio as a bar, with the thresholds as marks on it. */
export function CollateralBar({ status }: { readonly status: BmeStatus }) {
  const { collateralRatio, warnThreshold, haltThreshold } = status
  const most = [collateralRatio, warnThreshold, haltThreshold, DEC_ONE].reduce((a, b) =>
    a > b ? a : b,
  )
  const place = (value: Dec) => `${(Number(value) / Number(most)) * 100}%`
  const isBelowHalt = collateralRatio < haltThreshold
  const isBelowWarn = collateralRatio < warnThreshold
  return (
    <div
      role="img"
      aria-label={`Collateral ratio ${formatDecShare(collateralRatio, { threshold: haltThreshold })}; warning below ${formatDecShare(warnThreshold)}, minting halts below ${formatDecShare(haltThreshold)}`}
      className="mt-6 mb-12"
    >
      <div className="tally tally-large">
        <div
          className={`h-full rounded-s ${isBelowHalt ? 'bg-bad' : isBelowWarn ? 'bg-warn' : 'bg-good'}`}
          style={{ width: place(collateralRatio) }}
        />
        <div className="tally-mark" data-side="end" style={{ left: place(haltThreshold) }}>
          <span>halt {formatDecShare(haltThreshold)}</span>
        </div>
        <div className="tally-mark" data-side="end" style={{ left: place(warnThreshold) }}>
          <span className="mt-4">warning {formatDecShare(warnThreshold)}</span>
        </div>
      </div>
    </div>
  )
}
