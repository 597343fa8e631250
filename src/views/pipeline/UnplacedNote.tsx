import type { UnplacedEntry } from '../../domain/link/pipeline/pipeline.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'

/** What stands in no column, by the reason for it. */
export function UnplacedNote({ unplaced }: { readonly unplaced: readonly UnplacedEntry[] }) {
  const reasons = [...new Set(unplaced.map(({ reason }) => reason))]
  if (reasons.length === 0) return null
  return (
    <div className="mt-6 max-w-measure text-s text-ink-2">
      {reasons.map((reason) => (
        <p key={reason}>
          In no column:{' '}
          {unplaced
            .filter((entry) => entry.reason === reason)
            .map(({ subject }, index) => (
              <span key={subject.kind === 'aep' ? subject.number : subject.project.name}>
                {index > 0 && ', '}
                {subject.kind === 'aep' ? (
                  <AepNumberLink aep={subject.number} />
                ) : (
                  subject.project.name
                )}
              </span>
            ))}
          . {reason}
        </p>
      ))}
    </div>
  )
}
