import type { Finding } from '../../domain/link/finding.ts'
import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import { FindingLines } from '../../ui/aep/FindingLines.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** Where documents and chain disagree on an AEP, each with the lines that do. */
export function AepFindings({
  findings,
  own,
}: {
  readonly findings: readonly Finding[]
  readonly own: { readonly aep: number; readonly url: string | undefined }
}) {
  if (findings.length === 0) return null
  return (
    <div className={findings.length > 1 ? 'grid items-start gap-x-6 lg:grid-cols-2' : undefined}>
      {findings.map((finding) => (
        <Callout
          key={`${finding.kind} ${finding.explanation}`}
          tone="warn"
          title={describeFindingKind(finding.kind)}
        >
          <p>
            <HostileText text={finding.explanation} limit={600} />
          </p>
          <FindingLines lines={finding.lines} own={own} />
        </Callout>
      ))}
    </div>
  )
}
