import type { ProposalRow, ProposalStatus } from '../../domain/proposal.ts'
import { countByStatus, messageKindsOf, type ProposalFilter } from '../../domain/proposal-filter.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { FilterChips } from '../../ui/controls/FilterChips.tsx'
import { SearchField } from '../../ui/controls/SearchField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { formatProposalStatus } from '../../ui/proposal/StatusBadge.tsx'
import { composeProposalsCsv } from './proposals-csv.ts'
import { STATUS_NAMES } from './proposals-search.ts'

export interface ProposalsToolbarProps {
  readonly list: ProposalList
  /** The rows that match, in the order shown. */
  readonly shown: readonly ProposalRow[]
  readonly filter: ProposalFilter
  readonly onChange: (change: Partial<ProposalFilter>) => void
}

const EVERY_KIND = ''

/** Search, filters and export. */
export function ProposalsToolbar({ list, shown, filter, onChange }: ProposalsToolbarProps) {
  const counts = countByStatus(list.rows)
  const kinds = countKinds(list.rows)
  return (
    <search className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <SearchField
        label="Search by number, title, AEP, plan or proposer"
        placeholder="Number, title, AEP-76, plan"
        value={filter.text}
        onChange={(text) => onChange({ text })}
      />
      <FilterChips<ProposalStatus>
        label="Status"
        options={STATUS_NAMES.map(([, status]) => ({
          value: status,
          label: formatProposalStatus(status),
          count: counts.get(status) ?? 0,
        }))}
        // Counts of a list that is still being read would be wrong.
        isCounting={!list.isComplete}
        selected={filter.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <div className="flex min-w-0 flex-1 items-center justify-between gap-x-4">
        <Select
          label="Kind"
          value={filter.messageKind ?? EVERY_KIND}
          options={[
            { value: EVERY_KIND, label: 'every kind' },
            ...[...kinds].map(([kind, count]) => ({
              value: kind,
              label: list.isComplete ? `${kind} (${count})` : kind,
            })),
          ]}
          onChange={(kind) => onChange({ messageKind: kind === EVERY_KIND ? undefined : kind })}
        />
        <span className="flex-none whitespace-nowrap">
          <Button
            look="quiet"
            isDisabled={!list.isComplete}
            onClick={() => saveFile(composeProposalsCsv(list, shown))}
          >
            Save as CSV
          </Button>
        </span>
      </div>
    </search>
  )
}

/** How many proposals there are of each kind, the most frequent first. */
function countKinds(rows: readonly ProposalRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (row.kind !== 'proposal') continue
    for (const kind of messageKindsOf(row.proposal)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a))
}
