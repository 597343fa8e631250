import type { ReactNode } from 'react'

export interface NumberTileProps {
  readonly label: string
  readonly children: ReactNode
  readonly note?: ReactNode
}

/** A great number with its name above and a remark below. */
export function NumberTile({ label, children, note }: NumberTileProps) {
  return (
    <div className="min-w-0 border-t border-rule-strong pt-1.5">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd>
        <div className="min-h-[1lh] text-l font-semibold sm:text-xl tracking-tight">{children}</div>
        {note !== undefined && <div className="min-h-[1lh] text-xs text-ink-2">{note}</div>}
      </dd>
    </div>
  )
}

/** Tiles side by side: two on a phone, four on a wide screen. */
export function NumberTiles({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-4">{children}</dl>
}
