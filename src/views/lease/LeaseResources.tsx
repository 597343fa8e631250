import { formatBinaryBytes, formatVcpus } from '../../domain/format-binary-bytes.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { exactGpu, formatGpu, formatGpuChoice } from '../../domain/market/metrics/gpu-kind.ts'
import { sumResources } from '../../domain/market/metrics/resource-sums.ts'
import type { LeasedResources, ResourceUnit, StorageVolume } from '../../domain/market/resources.ts'
import type { Source } from '../../domain/source.ts'
import { type ColumnNote, ColumnNotes } from '../../ui/market/ColumnNotes.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { ResourcesText } from '../../ui/market/ResourcesText.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'

export interface LeaseResourcesProps {
  readonly resources: LeasedResources
  readonly source: Source
  readonly now: Date
}

interface UnitRow {
  readonly place: number
  readonly unit: ResourceUnit
}

const COLUMNS: readonly TableColumn<UnitRow>[] = [
  {
    id: 'count',
    header: 'Times',
    isRowHeader: true,
    render: ({ unit }) => `${formatInteger(unit.count)} ×`,
  },
  {
    id: 'cpu',
    header: 'CPU',
    align: 'end',
    className: 'max-sm:text-end',
    render: ({ unit }) => formatVcpus(unit.cpuMillis),
  },
  {
    id: 'memory',
    header: 'Memory',
    align: 'end',
    render: ({ unit }) => formatBinaryBytes(unit.memoryBytes),
  },
  {
    id: 'gpus',
    header: 'GPUs',
    className: 'max-sm:text-end',
    render: ({ unit }) => <GpuText unit={unit} />,
  },
  {
    id: 'storage',
    header: 'Storage',
    className: 'max-sm:col-span-2',
    render: ({ unit }) => (
      <HostileText text={unit.storage.map(formatVolume).join(', ')} absence="none" />
    ),
  },
]

const NOTES: readonly ColumnNote[] = [
  { header: 'CPU', metric: 'leasedCpu', note: 'Of one unit, not times its count.' },
  { header: 'Memory', metric: 'leasedMemory', note: 'Of one unit, not times its count.' },
  { header: 'GPUs', metric: 'leasedGpus', note: 'Of one unit, not times its count.' },
  { header: 'Storage', metric: 'leasedStorage', note: 'Of one unit, not times its count.' },
]

/** What it holds, unit by unit, and from where that is known. */
export function LeaseResources({ resources, source, now }: LeaseResourcesProps) {
  if (resources.from === 'not-known') {
    return (
      <p className="text-s text-ink-3">
        Not known: the bid offered nothing in particular, and its order could not be read.
      </p>
    )
  }
  const { gpus } = sumResources(resources)
  return (
    <>
      <p className="mb-2 text-s text-ink-2">
        <ResourcesText resources={resources} isMarked={false} /> in all,{' '}
        <MetricFigure
          metric={gpus > 0n ? 'leasedGpus' : 'leasedCpu'}
          source={source}
          now={now}
          note="Of this lease alone."
        >
          each unit times its count
        </MetricFigure>
        ;{' '}
        <MetricFigure metric="resourceOrigin" source={source} now={now}>
          {resources.from === 'bid' ? 'as the bid offered it' : 'as the order asked for it'}
        </MetricFigure>
        {resources.from === 'order' && ', for the bid names nothing'}.
      </p>
      <ColumnNotes of="Resource units" columns={NOTES} source={source} now={now} />
      <DataTable
        label="Resource units"
        columns={COLUMNS}
        rows={resources.units.map((unit, index) => ({ place: index + 1, unit }))}
        getKey={({ place }) => place.toString()}
        phoneRowClass="max-sm:grid-cols-2"
      />
    </>
  )
}

function GpuText({ unit }: { readonly unit: ResourceUnit }) {
  if (unit.gpus === 0n) return <span className="text-ink-3">no GPU</span>
  const gpu = exactGpu(unit)
  const name = gpu === undefined ? formatGpuChoice(unit) : formatGpu(gpu)
  return <HostileText text={`${formatInteger(unit.gpus)} × ${name}`} limit={120} />
}

function formatVolume({ name, bytes, isPersistent, class: type }: StorageVolume): string {
  const kind = isPersistent ? 'persistent' : 'ephemeral'
  return [
    name === '' ? '' : `${name}:`,
    formatBinaryBytes(bytes),
    kind,
    type === undefined ? '' : `(${type})`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
