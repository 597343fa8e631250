import { useMemo, useState } from 'react'
import { formatDenom } from '../../domain/amount.ts'
import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { FilterChips } from '../../ui/controls/FilterChips.tsx'
import { SearchField } from '../../ui/controls/SearchField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { formatCloseReason } from '../../ui/market/format-close-reason.ts'
import { formatLeaseState } from '../../ui/market/format-lease-state.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import type { LeaseColumnId } from './lease-column-ids.ts'
import {
  type AskedState,
  CLOSE_REASONS,
  EVERY_LEASE,
  LEASE_STATES,
  type LeaseFilter,
} from './lease-filter.ts'
import type { LeaseRow } from './lease-row.ts'
import { NumberField } from './NumberField.tsx'

export interface LeasesToolbarProps {
  /** All rows read so far. */
  readonly rows: readonly LeaseRow[]
  readonly filter: LeaseFilter
  readonly columns: readonly LeaseColumnId[]
  /** How many leases of each state there are; undefined where not all of them were read. */
  readonly counts: ReadonlyMap<AskedState, number>
  /** Days can be counted in blocks. */
  readonly isBlockTimeKnown: boolean
  readonly canSave: boolean
  readonly onChange: (change: Partial<LeaseFilter>) => void
  readonly onColumns: (columns: readonly LeaseColumnId[]) => void
  readonly onSave: () => Promise<void>
}

/** Filters, columns and export. */
export function LeasesToolbar(props: LeasesToolbarProps) {
  const { rows, filter, columns, counts, isBlockTimeKnown, canSave } = props
  const { onChange, onColumns, onSave } = props
  const [isSaving, setIsSaving] = useState(false)
  const { denoms, models } = useMemo(() => valuesOf(rows), [rows])
  const isFiltered = Object.entries(EVERY_LEASE).some(
    ([name, value]) =>
      JSON.stringify(Reflect.get(filter, name)) !== JSON.stringify(value) && name !== 'states',
  )
  const save = async () => {
    setIsSaving(true)
    await onSave()
    setIsSaving(false)
  }
  return (
    <search className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <div className="w-full min-w-0">
        <FilterChips<AskedState>
          label="State"
          options={LEASE_STATES.map((state) => ({
            value: state,
            label: formatLeaseState(state),
            count: counts.get(state),
          }))}
          selected={filter.states}
          onChange={(states) => onChange({ states })}
        />
      </div>
      <SearchField
        label="Deployment, by its number (dseq); where none has that number, by its first digits"
        placeholder="Deployment"
        value={filter.dseq}
        onChange={(dseq) => onChange({ dseq: dseq.trim() })}
      />
      <SearchField
        label="Tenant, by its address or a part of it"
        placeholder="Tenant"
        value={filter.tenant}
        onChange={(tenant) => onChange({ tenant: tenant.trim() })}
      />
      <SearchField
        label="Provider, by its address or a part of it"
        placeholder="Provider"
        value={filter.provider}
        onChange={(provider) => onChange({ provider: provider.trim() })}
      />
      <Select
        label="GPU"
        value={filter.gpu}
        options={[
          { value: '', label: 'with or without' },
          { value: 'with', label: 'with any' },
          { value: 'without', label: 'without' },
          ...withCurrent(models, filter.gpu, ['', 'with', 'without']).map((model) => ({
            value: model,
            label: sanitizeChainText(cutText(model, 60) ?? model),
          })),
        ]}
        onChange={(gpu) => onChange({ gpu })}
      />
      <Select
        label="Paid in"
        value={filter.denom}
        options={[
          { value: '', label: 'anything' },
          ...withCurrent(denoms, filter.denom, ['']).map((denom) => ({
            value: denom,
            label: sanitizeChainText(formatDenom(denom)),
          })),
        ]}
        onChange={(denom) =>
          onChange(denom === '' ? { denom, minPrice: '', maxPrice: '' } : { denom })
        }
      />
      {filter.denom !== '' && (
        <span className="inline-flex items-center gap-1.5 text-s text-ink-2">
          <span>a block</span>
          <NumberField
            label={`Price a block from, in ${sanitizeChainText(formatDenom(filter.denom))}`}
            placeholder="from"
            value={filter.minPrice}
            onChange={(minPrice) => onChange({ minPrice })}
          />
          <NumberField
            label={`Price a block up to, in ${sanitizeChainText(formatDenom(filter.denom))}`}
            placeholder="up to"
            value={filter.maxPrice}
            onChange={(maxPrice) => onChange({ maxPrice })}
          />
        </span>
      )}
      {isBlockTimeKnown && (
        <span className="inline-flex items-center gap-1.5 text-s text-ink-2">
          <span>Days</span>
          <NumberField
            label="Age from, in days"
            placeholder="from"
            value={filter.minDays}
            onChange={(minDays) => onChange({ minDays })}
          />
          <NumberField
            label="Age up to, in days"
            placeholder="up to"
            value={filter.maxDays}
            onChange={(maxDays) => onChange({ maxDays })}
          />
        </span>
      )}
      <Select
        label="Why it ended"
        value={filter.reason}
        options={[
          { value: '' as const, label: 'any reason' },
          ...CLOSE_REASONS.map((reason) => ({ value: reason, label: formatCloseReason(reason) })),
        ]}
        onChange={(reason) => onChange({ reason })}
      />
      <span className="ms-auto flex flex-none items-center gap-1 whitespace-nowrap">
        {isFiltered && (
          <Button look="quiet" onClick={() => onChange({ ...EVERY_LEASE, states: filter.states })}>
            Clear filters
          </Button>
        )}
        <ColumnChooser columns={columns} onChange={onColumns} />
        <Button look="quiet" isDisabled={!canSave || isSaving} onClick={() => void save()}>
          Save as CSV
        </Button>
      </span>
    </search>
  )
}

/** What there is to choose from, sorted. */
function valuesOf(rows: readonly LeaseRow[]): {
  readonly denoms: readonly string[]
  readonly models: readonly string[]
} {
  const denoms = new Set<string>()
  const models = new Set<string>()
  for (const { lease, gpuModels } of rows) {
    denoms.add(lease.price.denom)
    for (const model of gpuModels) models.add(model)
  }
  return { denoms: [...denoms].toSorted(), models: [...models].toSorted() }
}

/** A link may ask for what nothing read so far has. */
function withCurrent(
  values: readonly string[],
  current: string,
  offered: readonly string[],
): readonly string[] {
  return offered.includes(current) || values.includes(current) ? values : [...values, current]
}
