import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { formatCount } from '../../domain/format-integer.ts'
import { findResults } from '../../domain/search/find-results.ts'
import type { SearchResult } from '../../domain/search/search-results.ts'
import { Icon } from '../../ui/Icon.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { SearchHelp } from './SearchHelp.tsx'
import { SearchResults } from './SearchResults.tsx'
import { useSearchGround } from './use-search-ground.ts'
import { useSearchTarget } from './use-search-target.ts'

/** The field and what it finds: a combobox with a list of results in groups (WAI-ARIA practices). */
export function SearchPanel({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { ground, extent, isWhole } = useSearchGround()
  // Typing stays quick on a slow phone; the results follow.
  const asked = useDeferredValue(text)
  const findings = useMemo(() => findResults(asked, ground), [asked, ground])
  const results = findings.groups.flatMap((group) => group.results)
  const count = findings.groups.reduce((sum, { more }) => sum + more, results.length)
  const active = Math.min(chosen, results.length - 1)
  const { follow, hrefOf, note } = useSearchTarget(onClose)
  useEffect(() => inputRef.current?.focus(), [])
  const go = (result: SearchResult | undefined) => {
    if (result !== undefined) follow(result.target)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextActive(event.key, active, results.length)
    if (next !== undefined) {
      event.preventDefault()
      setChosen(next)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      go(results[active])
    }
  }
  const optionId = (index: number) => `${id}-option-${index}`
  const isEmpty = asked.trim() === ''
  return (
    <div className="flex max-h-[min(38rem,100dvh-8rem)] flex-col">
      <div className="flex items-center gap-1 border-b border-rule px-4">
        <span className="text-ink-3">
          <Icon name="search" />
        </span>
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={600}
          aria-label="Search proposals, AEPs, upgrades, SIGs, validators, leases, blocks, addresses and links"
          aria-expanded={results.length > 0}
          aria-controls={results.length > 0 ? `${id}-results` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={results.length > 0 ? optionId(active) : undefined}
          placeholder="Proposal, AEP, upgrade, SIG, validator, height"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 min-w-0 flex-1 bg-transparent px-2 text-m text-ellipsis -outline-offset-2 placeholder:text-ink-3"
        />
        <button
          type="button"
          onClick={onClose}
          aria-label="Close search"
          className="-me-2 grid size-8 place-items-center rounded-s text-ink-2 hover:bg-sunk hover:text-ink"
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="flex min-h-0 flex-1 flex-col px-4 py-3 text-s">
        {findings.remarks.map((remark) => (
          <p key={remark} className="mb-2 max-w-measure text-ink-2">
            <HostileText text={remark} />
          </p>
        ))}
        {note !== undefined && (
          <p role={note.isFailure ? 'alert' : 'status'} className="mb-2 text-ink-2">
            {note.sentence}
          </p>
        )}
        <SearchResults
          listId={`${id}-results`}
          groups={findings.groups}
          active={active}
          {...{ optionId, hrefOf, go }}
          onPoint={setChosen}
        />
        {isEmpty ? (
          <SearchHelp />
        ) : (
          results.length === 0 &&
          findings.remarks.length === 0 && (
            <p className="max-w-measure text-ink-2">
              Nothing found. Read as words, it was looked for in titles, plan names and proposers of
              proposals, in titles of AEPs, in names of upgrades and groups, and in names and
              addresses of bonded validators
              {isWhole ? '.' : ', as far as they are read.'}
            </p>
          )
        )}
      </div>
      <div className="flex flex-wrap justify-between gap-x-6 border-t border-rule px-4 py-1.5 text-xs text-ink-3">
        <span role="status">
          {!isEmpty && `${count === 0 ? 'No result' : formatCount(count, 'result')}. `}
          {extent.join(' ')}
        </span>
        <span aria-hidden="true" className="max-sm:hidden">
          ↑ ↓ choose · Enter opens · Esc closes
        </span>
      </div>
    </div>
  )
}

/** undefined: the key is not for the list. */
function nextActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count
    case 'ArrowUp':
      return (active + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
