import { Link } from '@tanstack/react-router'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatPipelineStage } from '../../domain/link/pipeline/describe-pipeline.ts'
import type {
  Pipeline,
  PipelineColumn,
  PipelineEntry,
} from '../../domain/link/pipeline/pipeline.ts'
import { classNames } from '../../ui/class-names.ts'
import { PipelineCard } from './PipelineCard.tsx'

/** So many stand in a column; the rest is a press away, in the table. */
const MOST_SHOWN = 7

/** Who is where: the stages in their order, five beside each other on a wide screen, one below the other on a phone. */
export function PipelineBoard({
  pipeline: { columns },
  isWhole,
}: {
  readonly pipeline: Pipeline
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}) {
  return (
    <div className="grid items-start gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
      {columns.map((column) => (
        <Column key={column.stage} column={column} isWhole={isWhole} />
      ))}
    </div>
  )
}

function Column({
  column: { stage, entries },
  isWhole,
}: {
  readonly column: PipelineColumn
  readonly isWhole: boolean
}) {
  const rest = entries.length - MOST_SHOWN
  const isOfProjects = stage === 'project'
  return (
    <section className="min-w-0" aria-labelledby={`stage-${stage}`}>
      <h2
        id={`stage-${stage}`}
        className={classNames(
          'flex items-baseline justify-between gap-x-2 border-b-2 pb-1.5 text-s',
          entries.length === 0 ? 'border-rule text-ink-3' : 'border-ink',
        )}
      >
        {formatPipelineStage(stage)}
        <span className="text-xs font-normal text-ink-3">{formatInteger(entries.length)}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="py-1.5 text-s text-ink-3">{isWhole ? 'none now' : 'none so far'}</p>
      ) : (
        <ul>
          {entries.slice(0, MOST_SHOWN).map((entry) => (
            <li key={keyOf(entry)} className="border-b border-rule py-1.5 text-s">
              <PipelineCard entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <p className="pt-1.5 text-s">
          {isOfProjects ? (
            <Link to="/projects" search={{}}>
              All {formatInteger(entries.length)} among the projects
            </Link>
          ) : (
            <Link to="/aeps/pipeline" search={{ stage }} hash="steps">
              All {formatInteger(entries.length)} in the table
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

function keyOf({ subject }: PipelineEntry): string {
  return subject.kind === 'aep' ? `AEP-${subject.number}` : subject.project.name
}
