import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { FieldValue } from '../../domain/message.ts'
import { formatDuration } from '../../domain/time.ts'
import { AddressText } from '../text/AddressText.tsx'
import { AmountText } from '../text/AmountText.tsx'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { HeightText } from '../text/HeightText.tsx'
import { HostileText } from '../text/HostileText.tsx'
import { TimeText } from '../text/TimeText.tsx'
import { BytesView } from './BytesView.tsx'

export interface FieldValueViewProps {
  readonly value: FieldValue
  readonly now: Date
  /** Page of this site about an address. */
  readonly addressHref?: ((address: string) => string | undefined) | undefined
}

/** One value of a decoded message, drawn by its kind. */
export function FieldValueView({ value, now, addressHref }: FieldValueViewProps) {
  switch (value.kind) {
    case 'text':
      return <HostileText text={value.text} />
    case 'block':
      return (
        <div className="max-h-96 overflow-auto bg-sunk p-2 text-xs">
          <HostileText text={value.text} form="block" />
        </div>
      )
    case 'integer':
      return <data value={value.value.toString()}>{formatInteger(value.value)}</data>
    case 'decimal':
      return <HostileText text={value.text} />
    case 'flag':
      return <>{value.value ? 'yes' : 'no'}</>
    case 'coins':
      return value.coins.length === 0 ? (
        <None />
      ) : (
        <ul>
          {value.coins.map((coin) => (
            <li key={`${coin.denom} ${coin.amount}`}>
              <AmountText coin={coin} />
            </li>
          ))}
        </ul>
      )
    case 'decimal-coins':
      return value.coins.length === 0 ? (
        <None />
      ) : (
        <ul>
          {value.coins.map((coin) => (
            <li key={`${coin.denom} ${coin.amount}`}>
              <bdi title={sanitizeChainText(coin.denom)}>
                {sanitizeChainText(coin.amount)} base units of{' '}
                {sanitizeChainText(formatDenom(coin.denom))}
              </bdi>
            </li>
          ))}
        </ul>
      )
    case 'address':
      return (
        <AddressText address={value.address} form="whole" href={addressHref?.(value.address)} />
      )
    case 'height':
      return <HeightText height={value.height} />
    case 'time':
      return <TimeText date={value.time} now={now} form="full" />
    case 'duration':
      return (
        <span title={`${formatInteger(value.durationMs)} ms`}>
          {formatDuration(value.durationMs)}
        </span>
      )
    case 'link':
      return <ExternalLink url={value.text} />
    case 'bytes':
      return <BytesView bytes={value.bytes} />
    case 'absent':
      return <span className="text-ink-3">{value.text}</span>
  }
}

function None() {
  return <span className="text-ink-3">none</span>
}
