import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatInteger } from '../../../domain/format-integer.ts'
import { shortenAddress } from '../../../domain/format-shortened.ts'
import type { Source } from '../../../domain/source.ts'
import { formatFloatShare } from '../../market/format-float-share.ts'
import type { SharedMeasure } from '../../market/share-holders.ts'
import { ChartFigure } from './ChartFigure.tsx'
import type { ChartRow } from './chart-row.ts'

export interface ShareChartProps {
  readonly side: 'providers' | 'tenants'
  readonly measure: SharedMeasure
  readonly source: Source
  readonly now: Date
}

/** Holders drawn one by one; the others are one bar. */
const DRAWN = 10

/** Who holds how much: the largest ten and all others together; all of them in the table. */
export function ShareChart({ side, measure, source, now }: ShareChartProps) {
  const { concentration, label, metric, id } = measure
  if (concentration.kind !== 'known') {
    return (
      <p className="text-s text-ink-2">
        {concentration.kind === 'none'
          ? `There is nothing to share out: ${label}.`
          : `Who has how much is not known, for neither bids nor orders could be read: ${label}.`}
      </p>
    )
  }
  const { ranked } = concentration
  const rest = ranked.slice(DRAWN)
  const restShare = rest.reduce((sum, { share }) => sum + share, 0)
  const rows: readonly ChartRow[] = [
    ...ranked.slice(0, DRAWN).map(({ name, share }) => ({
      key: name,
      label: shortenAddress(sanitizeChainText(name)),
      value: share,
      text: formatFloatShare(share),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            key: 'rest',
            label: `${formatInteger(rest.length)} others`,
            // Drawn, they would dwarf everybody.
            value: undefined,
            text: formatFloatShare(restShare),
          },
        ]),
  ]
  return (
    <ChartFigure
      title={`Largest ${side}, by share of ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
      unit={`share of the whole; ${formatInteger(ranked.length)} hold any of it`}
      name={`${side}-by-${id.replaceAll(/[^a-z]/gi, '-')}`}
      rows={rows}
      table={{
        header: ['Address', 'Share'],
        rows: ranked.map(({ name, share }) => [sanitizeChainText(name), formatFloatShare(share)]),
        file: [
          ['address', 'weight', 'share'],
          ...ranked.map(({ name, weight, share }) => [name, weight.toString(), share.toString()]),
        ],
      }}
      metrics={[metric]}
      source={source}
      now={now}
    />
  )
}
