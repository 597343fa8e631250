import { memo } from 'react'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import type { TallyFinding } from '../../../domain/tally/tally-finding.ts'
import type { ValidatorLabel } from '../../../domain/validator-label.ts'
import { Callout } from '../../../ui/page/Callout.tsx'
import { groupFindings } from './finding-sentences.ts'

export interface FindingListProps {
  readonly findings: readonly TallyFinding[]
  readonly labels: ReadonlyMap<string, ValidatorLabel>
  readonly denom: string
}

/** What was odd about the answers read; nothing where nothing was. */
export const FindingList = memo(function FindingList(props: FindingListProps) {
  const { findings, labels, denom } = props
  if (findings.length === 0) return null
  const labelOf = (address: string) => labels.get(address)?.text ?? sanitizeChainText(address)
  return (
    <Callout tone="warn" title="What was read has flaws">
      <ul className="list-disc ps-4">
        {groupFindings(findings, { labelOf, denom }).map(({ kind, sentences, more }) => (
          <li key={kind}>
            {sentences.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same flaw can come twice
              <span key={index} className="block">
                <bdi dir="ltr" className="chain-text">
                  {sentence}
                </bdi>
              </span>
            ))}
            {more}
          </li>
        ))}
      </ul>
    </Callout>
  )
})
