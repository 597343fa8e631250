import { formatCount } from '../../domain/format-integer.ts'
import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import type { Aep } from '../../domain/registry/aep.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { documentUrl } from '../../ui/aep/document-url.ts'
import { FindingLines } from '../../ui/aep/FindingLines.tsx'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { FindingGroup } from './finding-filter.ts'

/** All disagreements of one kind: the sentence, and beside it the lines that disagree. */
export function FindingSection({
  group: { kind, rule, findings },
  documents,
}: {
  readonly group: FindingGroup
  /** By number. */
  readonly documents: ReadonlyMap<number, Aep>
}) {
  return (
    <Section
      id={kind}
      title={describeFindingKind(kind)}
      aside={
        <span className="flex items-baseline gap-x-3">
          {formatCount(findings.length, 'AEP')}
          <Popover
            trigger="how it is judged"
            label={`How it is judged: ${describeFindingKind(kind)}`}
            isTriggerNamed
            className="text-xs text-ink-3 underline decoration-dotted underline-offset-3 hover:text-ink"
          >
            {rule}
          </Popover>
        </span>
      }
    >
      <ul className="border-t border-rule-strong text-s">
        {findings.map(({ aep, explanation, lines }) => {
          const document = documents.get(aep)
          return (
            <li
              key={aep}
              className="grid gap-x-6 gap-y-1 border-b border-rule py-2 lg:grid-cols-[14rem_minmax(0,1fr)_minmax(0,1fr)]"
            >
              <span className="font-medium">
                <AepNumberLink aep={aep}>
                  {document !== undefined && (
                    <>
                      {' '}
                      <AepTitle title={document.title} limit={90} />
                    </>
                  )}
                </AepNumberLink>
              </span>
              <p>
                <HostileText text={explanation} limit={600} />
              </p>
              <div className="text-ink-2 lg:-mt-1">
                <FindingLines lines={lines} own={document && { aep, url: documentUrl(document) }} />
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
