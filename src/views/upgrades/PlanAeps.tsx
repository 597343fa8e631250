import type { AepLink } from '../../domain/link/link.ts'
import { linksOfPlan, ownersOfPlan, planOfRow } from '../../domain/link/links-of-plan.ts'
import type { LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import { type LinksStanding, standingOfLinks } from '../../queries/links-standing.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { EvidencePopover } from '../../ui/aep/EvidencePopover.tsx'
import { OwnersText } from '../../ui/aep/OwnersText.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

interface PlanCellProps {
  readonly row: LedgerRow
  readonly links: AepLinksReading
}

/** The AEPs an upgrade delivered and took out; that none was found is an answer. */
export function PlanAeps({ row, links }: PlanCellProps) {
  const standing = standingOfLinks(links)
  if (standing.kind !== 'read') return <Waiting standing={standing} label="its AEPs" />
  const own = linksOfPlan(standing.linked.table, planOfRow(row))
  const delivered = own.filter(({ relation }) => relation === 'delivers')
  const removed = own.filter(({ relation }) => relation === 'removes')
  if (delivered.length + removed.length === 0) {
    if (standing.extent === 'reading') {
      return <Waiting standing={{ kind: 'reading' }} label="its AEPs" />
    }
    return (
      <span className="text-ink-3">
        {standing.extent === 'read' ? 'no AEP found' : 'none in what was read'}
      </span>
    )
  }
  return (
    <ul className="flex flex-wrap gap-x-2.5">
      {delivered.map((link) => (
        <Named key={link.aep} link={link} plan={row.plan.name} />
      ))}
      {removed.map((link) => (
        <Named key={`removed ${link.aep}`} link={link} plan={row.plan.name} word="removed" />
      ))}
    </ul>
  )
}

function Named({
  link,
  plan,
  word,
}: {
  readonly link: AepLink
  readonly plan: string
  readonly word?: string
}) {
  return (
    <li className="flex items-baseline gap-x-1 whitespace-nowrap">
      {word !== undefined && <span className="text-xs text-warn">{word}</span>}
      <AepNumberLink aep={link.aep} />
      <EvidencePopover evidence={link.evidence} of={`AEP-${link.aep} and ${plan}`} form="letter" />
    </li>
  )
}

/** Who stands behind an upgrade. */
export function PlanGroups({ row, links }: PlanCellProps) {
  const standing = standingOfLinks(links)
  if (standing.kind !== 'read') return <Waiting standing={standing} label="its SIGs" />
  const owners = ownersOfPlan(standing.linked.table, planOfRow(row))
  return owners === undefined ? (
    <span className="text-ink-3">not recorded</span>
  ) : (
    <OwnersText owners={owners} of={row.plan.name} form="letter" />
  )
}

function Waiting({
  standing,
  label,
}: {
  readonly standing: Exclude<LinksStanding, { kind: 'read' }>
  readonly label: string
}) {
  return standing.kind === 'reading' ? (
    <Skeleton widthClass="w-20" label={label} />
  ) : (
    <span className="text-ink-3">could not be read</span>
  )
}
