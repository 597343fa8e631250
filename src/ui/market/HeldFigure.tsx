import { formatCount } from '../../domain/format-integer.ts'
import { countUnheld, type HeldLeases, isHeldKnown } from './held-leases.ts'
import { MetricFigure, type MetricFigureProps } from './MetricFigure.tsx'

export interface HeldFigureProps extends MetricFigureProps {
  readonly of: HeldLeases
}

/**
 * A figure of what leases hold, which is no zero where neither bids nor orders could be read; where they could of some
 * only, its note says of how many not.
 */
export function HeldFigure({ of, note, ...figure }: HeldFigureProps) {
  if (!isHeldKnown(of)) return <span className="text-ink-3">not known</span>
  const unheld = countUnheld(of)
  return (
    <MetricFigure
      {...figure}
      note={
        unheld === 0 ? (
          note
        ) : (
          <>
            {note} Without {formatCount(unheld, 'lease')} whose resources are not known.
          </>
        )
      }
    />
  )
}
