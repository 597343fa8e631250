import { formatGroupKind, formatGroupStatus } from '../../domain/groups/describe-group.ts'
import type { Group } from '../../domain/registry/group.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { FilterChips } from '../../ui/controls/FilterChips.tsx'
import { SearchField } from '../../ui/controls/SearchField.tsx'
import { GROUP_KINDS, GROUP_STATUSES, type GroupFilter } from './group-filter.ts'

export interface SigsToolbarProps {
  readonly groups: readonly Group[]
  readonly filter: GroupFilter
  readonly onChange: (change: Partial<GroupFilter>) => void
  /** undefined: what is to be saved is not read yet. */
  readonly onSave: (() => void) | undefined
}

/** Search, filters and export. */
export function SigsToolbar({ groups, filter, onChange, onSave }: SigsToolbarProps) {
  return (
    <search className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <SearchField
        label="Search by name, lead or scope"
        placeholder="Name, lead or scope"
        value={filter.text}
        onChange={(text) => onChange({ text })}
      />
      <FilterChips
        label="Kind"
        options={GROUP_KINDS.map((value) => ({
          value,
          label: formatGroupKind(value),
          count: groups.filter(({ kind }) => kind === value).length,
        }))}
        selected={filter.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <FilterChips
        label="Status"
        options={GROUP_STATUSES.map((value) => ({
          value,
          label: formatGroupStatus(value),
          count: groups.filter(({ status }) => status === value).length,
        }))}
        selected={filter.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <span className="ms-auto flex-none whitespace-nowrap">
        <Button look="quiet" isDisabled={onSave === undefined} onClick={() => onSave?.()}>
          Save as CSV
        </Button>
      </span>
    </search>
  )
}
