import type { ReactNode } from 'react'

export interface StatusAxesProps {
  readonly document: { readonly status: ReactNode; readonly detail?: ReactNode }
  readonly chain: {
    /** Where something else stands for the chain. @default 'The chain shows' */
    readonly label?: string
    readonly status: ReactNode
    readonly detail?: ReactNode
  }
}

/** What the document says and what the chain shows: two statements, side by side and never merged. */
export function StatusAxes({ document, chain }: StatusAxesProps) {
  return (
    <dl className="grid max-w-2xl grid-cols-2 gap-px overflow-hidden rounded-m border border-rule bg-rule">
      <Axis label="The document says" {...document} />
      <Axis label="The chain shows" {...chain} />
    </dl>
  )
}

function Axis({
  label,
  status,
  detail,
}: {
  readonly label: string
  readonly status: ReactNode
  readonly detail?: ReactNode
}) {
  return (
    <div className="min-w-0 bg-sheet px-3 py-2.5 sm:px-4">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="text-l font-semibold">{status}</dd>
      {detail !== undefined && <dd className="text-xs text-ink-2">{detail}</dd>}
    </div>
  )
}
