import type { AepLink, Delivery, Owners } from '../../domain/link/link.ts'
import { AepNumberLink } from './AepNumberLink.tsx'
import { AepTitle } from './AepTitle.tsx'
import { DeliveryBadge } from './DeliveryBadge.tsx'
import { EvidencePopover } from './EvidencePopover.tsx'
import { OwnersText } from './OwnersText.tsx'

export interface LinkedAepProps {
  readonly link: AepLink
  /** Of its document; undefined where none is on record. */
  readonly title: string | undefined
  readonly delivery: Delivery | undefined
  readonly owners: Owners | undefined
  /** What it is linked to: `proposal 342`. */
  readonly to: string
  /** The evidence is written out beside it, so that no button need open it. @default false */
  readonly isEvidenceBeside?: boolean
}

/** An AEP seen from a proposal or an upgrade: how the link is known, what became of the AEP, and whose it is. */
export function LinkedAep({
  link,
  title,
  delivery,
  owners,
  to,
  isEvidenceBeside = false,
}: LinkedAepProps) {
  const { aep, evidence } = link
  return (
    <>
      <span className="block">
        <AepNumberLink aep={aep}>
          {title !== undefined && (
            <>
              {' '}
              <AepTitle title={title} limit={120} />
            </>
          )}
        </AepNumberLink>{' '}
        {!isEvidenceBeside && <EvidencePopover evidence={evidence} of={`AEP-${aep} and ${to}`} />}
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
        {delivery !== undefined && <DeliveryBadge kind={delivery.kind} />}
        {owners !== undefined && <OwnersText owners={owners} of={`AEP-${aep}`} />}
      </span>
    </>
  )
}
