import type { Owners } from '../../domain/link/link.ts'
import { EvidencePopover } from './EvidencePopover.tsx'
import { GroupLink } from './GroupLink.tsx'

export interface OwnersTextProps {
  readonly owners: Owners
  /** Whose owners they are: `AEP-76`. */
  readonly of: string
  /** @default 'word' */
  readonly form?: 'word' | 'letter'
}

/** The groups behind an AEP or an upgrade, each with how that is known; or why there is none. */
export function OwnersText({ owners, of, form = 'word' }: OwnersTextProps) {
  switch (owners.kind) {
    case 'no-sig-existed':
      return <span className="text-ink-3">no SIG existed before 2023</span>
    case 'not-recorded':
      return <span className="text-ink-3">not recorded</span>
    case 'groups':
      return (
        <ul className="flex flex-wrap gap-x-3">
          {owners.ties.map(({ group, evidence }) => (
            <li key={group} className="flex items-baseline gap-x-1">
              <GroupLink id={group} />
              <EvidencePopover evidence={evidence} of={`${group} and ${of}`} form={form} />
            </li>
          ))}
        </ul>
      )
  }
}
