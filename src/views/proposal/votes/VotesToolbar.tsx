import type { ReactNode } from 'react'
import type { KnownVoteOption, Vote } from '../../../domain/vote.ts'
import { FilterChips } from '../../../ui/controls/FilterChips.tsx'
import { SearchField } from '../../../ui/controls/SearchField.tsx'
import { formatVoteOption } from '../../../ui/proposal/VoteText.tsx'
import { OPTION_NAMES, type VotesFilter } from './votes-search.ts'

export interface VotesToolbarProps {
  readonly filter: VotesFilter
  readonly onChange: (change: Partial<VotesFilter>) => void
  /** The votes of the list, which the options count; undefined where nobody has voted. */
  readonly votes: readonly Vote[] | undefined
  readonly placeholder: string
  readonly children?: ReactNode
}

/** Search and filter by option, above each list of votes. */
export function VotesToolbar(props: VotesToolbarProps) {
  const { filter, onChange, votes, placeholder, children } = props
  return (
    <search className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <SearchField
        label={`Search by ${placeholder.toLowerCase()}`}
        placeholder={placeholder}
        value={filter.voter}
        onChange={(voter) => onChange({ voter })}
      />
      {votes !== undefined && (
        <FilterChips<KnownVoteOption>
          label="Vote"
          options={OPTION_NAMES.map(([, option]) => ({
            value: option,
            label: formatVoteOption(option),
            count: votes.filter((vote) => vote.options.some((each) => each.option === option))
              .length,
          }))}
          selected={filter.options}
          onChange={(options) => onChange({ options })}
        />
      )}
      {children}
    </search>
  )
}
