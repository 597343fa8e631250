import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { Pipeline, PipelineStage } from '../../domain/link/pipeline/pipeline.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { formatDays } from './format-days.ts'

/** The sentence first: how many have come to the chain, how many are on their way, and how long it takes. */
export function PipelineLede({
  pipeline,
  isWhole,
}: {
  readonly pipeline: Pipeline
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}) {
  const { columns, medians } = pipeline
  const countOf = (...stages: readonly PipelineStage[]) =>
    columns
      .filter(({ stage }) => stages.includes(stage))
      .reduce((sum, { entries }) => sum + entries.length, 0)
  const [active, scheduled, voting] = [countOf('active'), countOf('scheduled'), countOf('vote')]
  const whole = medians.find(({ kind }) => kind === 'whole')
  return (
    <Lede>
      <b>{formatCount(active, 'AEP')} reached the chain</b>
      {scheduled > 0 && `, ${formatInteger(scheduled)} ${isAre(scheduled)} scheduled`}
      {voting > 0 && `, ${formatInteger(voting)} in vote`}
      {scheduled + voting === 0 &&
        (isWhole ? '; none is scheduled or in vote' : '; none so far is scheduled or in vote')}
      . Before a vote stand{' '}
      {formatCount(countOf('draft', 'last-call', 'accepted', 'final'), 'document')}
      {whole?.medianDays !== undefined && (
        <>
          ; from its creation to the chain an AEP took {formatDays(whole.medianDays)} in the median
          of {formatCount(whole.cases, 'case')}
        </>
      )}
      .
    </Lede>
  )
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}
