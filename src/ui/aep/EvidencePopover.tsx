import type { Evidence } from '../../domain/link/link.ts'
import { Popover } from '../overlay/Popover.tsx'
import { EvidenceLine } from './EvidenceLine.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'
import { groupEvidence } from './group-evidence.ts'

export interface EvidencePopoverProps {
  readonly evidence: readonly Evidence[]
  /** What it is evidence of: `AEP-76 to v2.0.0`. */
  readonly of: string
  /** @default 'word' */
  readonly form?: 'word' | 'letter'
}

const MOST_SHOWN = 4

/** The strongest class of the evidence, and all of it one click away. */
export function EvidencePopover({ evidence, of, form = 'word' }: EvidencePopoverProps) {
  const [strongest] = evidence
  if (strongest === undefined) return null
  const groups = groupEvidence(evidence)
  const rest = groups.length - MOST_SHOWN
  return (
    <Popover
      trigger={<EvidenceMark class={strongest.class} form={form} />}
      label={`Evidence, ${strongest.class}: ${of}`}
      isTriggerNamed
    >
      {groups.slice(0, MOST_SHOWN).map((one) => (
        <span key={one.key} className="mb-2 block last:mb-0">
          <EvidenceLine evidence={one} />
        </span>
      ))}
      {rest > 0 && <span className="block text-xs text-ink-3">and {rest} more</span>}
    </Popover>
  )
}
