import { formatInteger } from '../../domain/format-integer.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import type { ShownMarket } from './shown-market.ts'

/** How many leases have run out of funds though nobody has settled them. */
export function FundsNote({ market, metrics, now }: ShownMarket) {
  return (
    <FigureText figure={market.deployments.active} label="how many are out of funds">
      {({ isComplete, failure }, from) => {
        const { funds } = metrics.active
        if (!isComplete || funds === undefined) {
          return failure === undefined
            ? 'how many are out of funds is being read'
            : 'how many are out of funds is not known'
        }
        return (
          <>
            <MetricFigure
              metric="outOfFundsLeases"
              source={from}
              now={now}
              note={
                funds.notKnown > 0
                  ? `Of ${formatInteger(funds.notKnown)} leases the account is not known; they are not counted.`
                  : undefined
              }
            >
              {formatInteger(funds.out)}
            </MetricFigure>{' '}
            out of funds, not settled yet
          </>
        )
      }}
    </FigureText>
  )
}
