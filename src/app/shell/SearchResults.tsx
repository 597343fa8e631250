import { useEffect, useRef } from 'react'
import { keyOfTarget } from '../../domain/search/find-results.ts'
import type {
  SearchFindings,
  SearchResult,
  SearchTarget,
} from '../../domain/search/search-results.ts'
import { classNames } from '../../ui/class-names.ts'
import { isPlainClick } from '../../ui/controls/PlainLink.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

export interface SearchResultsProps {
  readonly listId: string
  readonly groups: SearchFindings['groups']
  /** Place of the active option in all groups together. */
  readonly active: number
  readonly optionId: (index: number) => string
  readonly hrefOf: (target: SearchTarget) => string | undefined
  readonly go: (result: SearchResult) => void
  readonly onPoint: (index: number) => void
}

/** Results in groups. The focus stays in the field; the active option is only named by it. */
export function SearchResults(props: SearchResultsProps) {
  const { listId, groups } = props
  if (groups.length === 0) return null
  let place = 0
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="Results"
      className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2"
    >
      {groups.map(({ group, results, more }) => {
        const first = place
        place += results.length
        return (
          // biome-ignore lint/a11y/useSemanticElements: options stand in groups of a listbox, not in a fieldset
          <div key={group} role="group" aria-labelledby={`${listId}-${group}`} className="mb-3">
            <div
              id={`${listId}-${group}`}
              className="mb-0.5 text-xs tracking-[0.08em] text-ink-3 uppercase"
            >
              {group}
              {more > 0 && ` (${results.length} of ${results.length + more})`}
            </div>
            {results.map((result, index) => (
              <Option key={keyOfTarget(result)} result={result} index={first + index} {...props} />
            ))}
          </div>
        )
      })}
    </div>
  )
}

function Option({
  result,
  index,
  active,
  optionId,
  hrefOf,
  go,
  onPoint,
}: SearchResultsProps & { readonly result: SearchResult; readonly index: number }) {
  const ref = useRef<HTMLAnchorElement>(null)
  const isActive = index === active
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <a
      ref={ref}
      id={optionId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      href={hrefOf(result.target)}
      onPointerMove={() => {
        if (!isActive) onPoint(index)
      }}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        go(result)
      }}
      className={classNames(
        'block scroll-my-8 rounded-s px-2 py-1.5 -mx-2 no-underline',
        isActive && 'bg-note text-note-ink outline-2 -outline-offset-2 outline-focus',
      )}
    >
      <span className="block font-medium">
        <HostileText text={result.title} limit={140} isCutSilently />
      </span>
      <span className={classNames('block text-xs', isActive ? 'text-note-ink' : 'text-ink-3')}>
        <HostileText text={result.detail} limit={200} isCutSilently />
      </span>
    </a>
  )
}
