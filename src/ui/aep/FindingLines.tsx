import type { FindingLine } from '../../domain/link/finding.ts'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { HostileText } from '../text/HostileText.tsx'
import { AepNumberLink } from './AepNumberLink.tsx'
import { ProposalNumberLink } from './ProposalNumberLink.tsx'
import { UpgradeNameLink } from './UpgradeNameLink.tsx'

export interface FindingLinesProps {
  readonly lines: readonly FindingLine[]
  /** The page they stand on, whose own lines lead to the document instead. */
  readonly own?: { readonly aep: number; readonly url: string | undefined } | undefined
}

/** The statements that disagree, each with the place where it stands. */
export function FindingLines({ lines, own }: FindingLinesProps) {
  return (
    <ul className="mt-1 grid gap-0.5">
      {lines.map((line) => (
        <li key={`${line.statement} ${keyOf(line.where)}`}>
          <HostileText text={line.statement} limit={200} isCutSilently />{' '}
          <span className="text-xs text-ink-3">
            <Place where={line.where} own={own} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function keyOf(where: FindingLine['where']): string {
  switch (where.kind) {
    case 'aep':
      return `aep ${where.number} ${where.field}`
    case 'proposal':
      return `proposal ${where.id}`
    case 'upgrade':
      return `upgrade ${where.name} ${where.height}`
    case 'launch':
      return `launch ${where.displayName}`
  }
}

function Place({
  where,
  own,
}: {
  readonly where: FindingLine['where']
  readonly own: FindingLinesProps['own']
}) {
  switch (where.kind) {
    case 'aep':
      return own?.aep === where.number && own.url !== undefined ? (
        <ExternalLink url={own.url}>{'the document'}</ExternalLink>
      ) : (
        <>
          <AepNumberLink aep={where.number} />, {where.field}
        </>
      )
    case 'proposal':
      return <ProposalNumberLink id={where.id} />
    case 'upgrade':
      return <UpgradeNameLink name={where.name} />
    case 'launch':
      return where.displayName
  }
}
