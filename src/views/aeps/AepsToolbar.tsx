import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDeliveryKind } from '../../domain/link/describe-delivery.ts'
import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import type { EditorialStatus } from '../../domain/registry/aep.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { FilterChips } from '../../ui/controls/FilterChips.tsx'
import { SearchField } from '../../ui/controls/SearchField.tsx'
import { SegmentedControl } from '../../ui/controls/SegmentedControl.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { type AepFilter, DELIVERY_KINDS, STATUSES } from './aep-filter.ts'
import type { AepRow } from './aep-row.ts'
import type { AepsState } from './aeps-search.ts'
import { countValues } from './count-values.ts'

export interface AepsToolbarProps {
  readonly rows: readonly AepRow[]
  readonly state: AepsState
  /** What the chain shows is known; before, its filters have no counts. */
  readonly isChainRead: boolean
  readonly onChange: (change: Partial<AepFilter>) => void
  readonly onView: (view: AepsState['view']) => void
  readonly onSave: () => void
}

const ANY = ''

/** Search, filters, the way of showing it, and export. */
export function AepsToolbar({
  rows,
  state: { view, filter },
  isChainRead,
  onChange,
  onView,
  onSave,
}: AepsToolbarProps) {
  const documents = rows.flatMap(({ origin }) => (origin.kind === 'document' ? [origin.aep] : []))
  const statuses = countValues(documents.map(({ status }) => status))
  const selects: readonly SelectField[] = [
    {
      label: 'Chain',
      value: filter.delivery,
      counts: countValues(rows.flatMap(({ delivery }) => delivery?.kind ?? [])),
      order: DELIVERY_KINDS,
      name: (value) => nameDelivery(value),
      change: (value) => ({ delivery: DELIVERY_KINDS.find((kind) => kind === value) }),
    },
    {
      label: 'Type',
      value: filter.type,
      counts: countValues(documents.flatMap(({ type }) => type ?? [])),
      change: (type) => ({ type }),
    },
    {
      label: 'Category',
      value: filter.category,
      counts: countValues(documents.flatMap(({ category }) => category ?? [])),
      change: (category) => ({ category }),
    },
    {
      label: 'SIG',
      value: filter.group,
      counts: countValues(rows.flatMap(({ groups }) => groups)),
      change: (group) => ({ group }),
    },
    {
      label: 'Upgrade',
      value: filter.upgrade,
      counts: countValues(rows.flatMap(({ upgrades }) => upgrades)),
      order: listUpgrades(rows),
      change: (upgrade) => ({ upgrade }),
    },
    {
      label: 'Disagreement',
      value: filter.finding,
      counts: countFindings(rows),
      name: (value) => nameFinding(rows, value),
      change: (value) => ({ finding: findFinding(rows, value) }),
    },
  ]
  return (
    <search className="mb-3 grid gap-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <SearchField
          label="Search by number, title or author"
          placeholder="Number, title or author"
          value={filter.text}
          onChange={(text) => onChange({ text })}
        />
        <FilterChips<EditorialStatus>
          label="The document's status"
          options={STATUSES.flatMap((status) => {
            const count = statuses.get(status) ?? 0
            return count === 0 && !filter.statuses.includes(status)
              ? []
              : [{ value: status, label: status === 'other' ? 'Other' : status, count }]
          })}
          selected={filter.statuses}
          onChange={(chosen) => onChange({ statuses: chosen })}
        />
        <div className="flex flex-1 items-center justify-between gap-x-3 sm:justify-end">
          <SegmentedControl
            label="Show as"
            value={view}
            options={[
              { value: 'table', label: 'Table' },
              { value: 'board', label: 'Board' },
            ]}
            onChange={onView}
          />
          <span className="flex-none whitespace-nowrap">
            <Button look="quiet" isDisabled={!isChainRead} onClick={onSave}>
              Save as CSV
            </Button>
          </span>
        </div>
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2.5 sm:flex sm:flex-wrap max-sm:[&>span]:grid max-sm:[&>span]:gap-0.5 sm:[&_select]:w-32">
        {selects.map((field) => (
          <FieldSelect key={field.label} field={field} onChange={onChange} />
        ))}
      </div>
    </search>
  )
}

interface SelectField {
  readonly label: string
  readonly value: string | undefined
  readonly counts: ReadonlyMap<string, number>
  /** @default the most frequent first */
  readonly order?: readonly string[]
  /** @default the value itself */
  readonly name?: (value: string) => string
  readonly change: (value: string | undefined) => Partial<AepFilter>
}

function FieldSelect({
  field,
  onChange,
}: {
  readonly field: SelectField
  readonly onChange: AepsToolbarProps['onChange']
}) {
  const { label, value = ANY, counts, order, name = nameValue, change } = field
  const known = order?.filter((one) => counts.has(one)) ?? []
  const offered = [...known, ...[...counts.keys()].filter((one) => !known.includes(one))]
  // What a link asks for stays chosen also where no row has it, or not yet.
  const values = value === ANY || offered.includes(value) ? offered : [...offered, value]
  return (
    <Select
      label={label}
      value={value}
      options={[
        { value: ANY, label: 'any' },
        ...values.map((one) => {
          const count = counts.get(one)
          return { value: one, label: count === undefined ? name(one) : `${name(one)} (${count})` }
        }),
      ]}
      onChange={(chosen) => onChange(change(chosen === ANY ? undefined : chosen))}
    />
  )
}

/** Names of groups, types and plans are strangers' texts. */
function nameValue(value: string): string {
  const safe = sanitizeChainText(value)
  const cut = cutText(safe, 40)
  return cut === undefined ? safe : `${cut}…`
}

function nameDelivery(value: string): string {
  const kind = DELIVERY_KINDS.find((one) => one === value)
  return kind === undefined ? nameValue(value) : formatDeliveryKind(kind)
}

/** Names of plans, the highest first. */
function listUpgrades(rows: readonly AepRow[]): readonly string[] {
  const heights = new Map<string, bigint>()
  for (const { through } of rows) {
    for (const { target } of through) {
      if (target.kind === 'upgrade') heights.set(target.name, target.height)
    }
  }
  return [...heights].toSorted(([, a], [, b]) => Number(b - a)).map(([name]) => name)
}

const findingsOf = (rows: readonly AepRow[]) => rows.flatMap(({ findings }) => findings)

function countFindings(rows: readonly AepRow[]): ReadonlyMap<string, number> {
  const some = rows.filter(({ findings }) => findings.length > 0).length
  const byKind = countValues(
    rows.flatMap(({ findings }) => [...new Set(findings.map(({ kind }) => kind))]),
  )
  return some === 0 ? byKind : new Map<string, number>([['any', some], ...byKind])
}

function nameFinding(rows: readonly AepRow[], value: string): string {
  if (value === 'any') return 'at least one'
  const finding = findingsOf(rows).find(({ kind }) => kind === value)
  return finding === undefined ? nameValue(value) : describeFindingKind(finding.kind)
}

function findFinding(rows: readonly AepRow[], value: string | undefined): AepFilter['finding'] {
  if (value === 'any') return value
  return findingsOf(rows).find(({ kind }) => kind === value)?.kind
}
