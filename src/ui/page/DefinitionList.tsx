import type { ReactNode } from 'react'

export interface DefinitionRow {
  readonly key: string
  readonly label: ReactNode
  /** Under the label, e.g. the field's path. */
  readonly note?: ReactNode
  readonly value: ReactNode
}

export interface DefinitionListProps {
  readonly rows: readonly DefinitionRow[]
}

/** Labels and values in two columns, one above the other on a phone. */
export function DefinitionList({ rows }: DefinitionListProps) {
  return (
    <dl className="text-s">
      {rows.map((row) => (
        <div
          key={row.key}
          className="grid gap-x-6 border-t border-rule py-1.5 sm:grid-cols-[minmax(9rem,15rem)_minmax(0,1fr)]"
        >
          <dt className="min-w-0 text-ink-2">
            {row.label}
            {row.note !== undefined && (
              <small className="block text-xs break-words text-ink-3">{row.note}</small>
            )}
          </dt>
          <dd className="min-w-0">{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
