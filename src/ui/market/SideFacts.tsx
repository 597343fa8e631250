import type { ReactNode } from 'react'

export interface SideFact {
  readonly label: string
  readonly value: ReactNode
}

/** Facts in the margin column, too narrow for a list of definitions: the value under its label. */
export function SideFacts({ facts }: { readonly facts: readonly SideFact[] }) {
  return (
    <dl className="text-s">
      {facts.map(({ label, value }) => (
        <div key={label} className="mb-2 last:mb-0">
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
