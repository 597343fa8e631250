import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount } from '../../domain/format-dec-amount.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import type { Source } from '../../domain/source.ts'
import { formatFloatShare } from '../../ui/market/format-float-share.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { Pill } from '../../ui/page/Pill.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { AttributesNote } from './AttributesNote.tsx'
import { AuditorsNote } from './AuditorsNote.tsx'
import type { ProviderRow } from './provider-row.ts'

const NO_LEASES = { leases: 0, notKnown: 0 }

/** The columns of the list; `sort` of the URL names them by id. */
export function providerColumns(
  source: Source,
  now: Date,
  isListKnown: boolean,
): readonly TableColumn<ProviderRow>[] {
  const figure = (metric: MetricId, text: ReactNode, note?: string) => (
    <MetricFigure metric={metric} source={source} now={now} note={note}>
      {text}
    </MetricFigure>
  )
  return [
    {
      id: 'name',
      header: 'Provider',
      isSortable: true,
      className: 'max-sm:col-span-3 sm:w-64',
      render: ({ address, record }) => (
        <>
          <HolderLink as="provider" address={address} />
          {record === undefined ? (
            isListKnown && (
              <span className="ms-2">
                <Pill tone="warn" title="Not on the provider module’s list">
                  only in leases
                </Pill>
              </span>
            )
          ) : (
            <span className="block text-xs text-ink-3">
              <HostileText text={record.hostUri} limit={60} isCutSilently absence="no host" />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'leases',
      header: 'Leases',
      align: 'end',
      isSortable: true,
      className: 'sm:w-24',
      render: ({ holder, share }) => (
        <>
          <PhoneLabel>leases</PhoneLabel>
          {figure('activeLeases', formatInteger(holder?.leases ?? 0), 'Of this provider.')}{' '}
          <span className="text-xs text-ink-2 sm:block">
            {figure('shareOfLeases', formatFloatShare(share))}
          </span>
        </>
      ),
    },
    {
      id: 'reclaiming',
      header: 'Reclaiming',
      align: 'end',
      isSortable: true,
      className: 'sm:w-28',
      render: ({ holder }) => (
        <>
          <PhoneLabel>reclaiming</PhoneLabel>
          {figure('reclaimingLeases', formatInteger(holder?.reclaiming ?? 0), 'Of this provider.')}
        </>
      ),
    },
    {
      id: 'gpus',
      header: 'GPUs',
      align: 'end',
      isSortable: true,
      className: 'sm:w-20',
      render: ({ holder }) => (
        <>
          <PhoneLabel>GPUs</PhoneLabel>
          <HeldFigure
            metric="leasedGpus"
            source={source}
            now={now}
            of={holder ?? NO_LEASES}
            note="Of this provider."
          >
            {formatInteger(holder?.gpus ?? 0n)}
          </HeldFigure>
        </>
      ),
    },
    {
      id: 'runrate',
      header: 'Run-rate a block',
      align: 'end',
      isSortable: true,
      className: 'sm:w-40',
      render: ({ holder }) => (
        <>
          <PhoneLabel>a block</PhoneLabel>
          {holder === undefined
            ? 'nothing'
            : holder.runRate.map((amount) => (
                <span key={amount.denom} className="block max-sm:inline">
                  {figure(
                    'runRate',
                    <PerBlockAmount amount={amount} isBare />,
                    `Of this provider: ${sanitizeChainText(formatDecAmount(amount))} a block.`,
                  )}
                </span>
              ))}
        </>
      ),
    },
    {
      id: 'auditors',
      header: 'Auditors',
      align: 'end',
      isSortable: true,
      className: 'sm:w-24',
      render: ({ record }) => (
        <>
          <PhoneLabel>auditors</PhoneLabel>
          <AuditorsNote record={record} />
        </>
      ),
    },
    {
      id: 'attributes',
      header: 'Attributes',
      align: 'end',
      isSortable: true,
      className: 'sm:w-28',
      render: ({ record }) => (
        <>
          <PhoneLabel>attributes</PhoneLabel>
          <AttributesNote record={record} />
        </>
      ),
    },
  ]
}
