import { useState } from 'react'
import type { LedgerRow } from '../../../domain/upgrades/ledger/ledger.ts'
import { NextPlan } from './NextPlan.tsx'

/** A plan that is still voted on: read once the reader opens it, or at once where it is the next that may come. */
export function AskedPlan({ row, isNext }: { readonly row: LedgerRow; readonly isNext: boolean }) {
  const [isOpened, setIsOpened] = useState(false)
  return (
    <details
      className="basis-full"
      open={isNext}
      onToggle={(event) => {
        if (event.currentTarget.open) setIsOpened(true)
      }}
    >
      <summary className="min-h-6 text-ink-2">When it would come, and whether it is sound</summary>
      {(isNext || isOpened) && (
        <div className="pt-3 pb-2">
          <NextPlan row={row} form="compact" />
        </div>
      )}
    </details>
  )
}
