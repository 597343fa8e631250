import { useState } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import type { Evidence } from '../../domain/link/link.ts'
import { EvidenceLine } from './EvidenceLine.tsx'
import { groupEvidence } from './group-evidence.ts'

export interface EvidenceListProps {
  /** Strongest class first. */
  readonly evidence: readonly Evidence[]
  /** How many stand there before the reader asks for the rest. @default 3 */
  readonly limit?: number
}

/** Every reason for a link, each with its source. */
export function EvidenceList({ evidence, limit = 3 }: EvidenceListProps) {
  const [isWhole, setIsWhole] = useState(false)
  const groups = groupEvidence(evidence)
  const shown = isWhole ? groups : groups.slice(0, limit)
  return (
    <div>
      <ul className="grid gap-1.5">
        {shown.map((one) => (
          <li key={one.key}>
            <EvidenceLine evidence={one} />
          </li>
        ))}
      </ul>
      {shown.length < groups.length && (
        <button
          type="button"
          onClick={() => setIsWhole(true)}
          className="mt-1 min-h-6 text-xs text-ink-2 underline underline-offset-3 hover:text-ink"
        >
          {formatInteger(groups.length - shown.length)} more
        </button>
      )}
    </div>
  )
}
