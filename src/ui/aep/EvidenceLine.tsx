import { describeRule, sourceUrl } from '../../domain/link/describe-evidence.ts'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { HostileText } from '../text/HostileText.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'
import type { EvidenceGroup } from './group-evidence.ts'
import { ProposalNumberLink } from './ProposalNumberLink.tsx'

/** `proposal 342, summary` */
const PROPOSAL_SOURCE = /^proposal (\d{1,19}), (.+)$/

/** One reason for a link: its class, the rule in words, what it says, and where. Phrasing content only. */
export function EvidenceLine({
  evidence: { class: evidenceClass, rule, quote, sources },
}: {
  readonly evidence: Omit<EvidenceGroup, 'key'>
}) {
  return (
    <span className="block">
      <EvidenceMark class={evidenceClass} /> {describeRule(rule)}
      {quote !== undefined && quote !== '' && (
        <span className="block text-ink-2">
          {rule === 'curated' ? (
            <HostileText text={quote} limit={300} isCutSilently />
          ) : (
            <>
              “
              <HostileText text={quote} limit={200} isCutSilently />”
            </>
          )}
        </span>
      )}
      {sources.map((source) => (
        <span key={source} className="block text-xs text-ink-3">
          <EvidenceSource source={source} />
        </span>
      ))}
    </span>
  )
}

/** Where a piece of evidence stands, as a link where it has an address. */
export function EvidenceSource({ source }: { readonly source: string }) {
  const proposal = PROPOSAL_SOURCE.exec(source)
  if (proposal !== null) {
    const [, id = '', field = ''] = proposal
    return (
      <>
        <ProposalNumberLink id={BigInt(id)} />,{' '}
        <HostileText text={field} limit={60} isCutSilently />
      </>
    )
  }
  const url = sourceUrl(source)
  if (url === undefined) return <HostileText text={source} limit={200} isCutSilently />
  return (
    <ExternalLink url={url}>
      <HostileText text={source.replace(/^https?:\/\//, '')} limit={120} isCutSilently />
    </ExternalLink>
  )
}
