import type { Aep, Day } from '../../domain/registry/aep.ts'
import { parseDay } from '../../domain/registry/day.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** When the document says it was or is to be completed. */
export function DocumentDetail({ aep, today }: { readonly aep: Aep; readonly today: Day }) {
  const { completed, estimatedCompletion } = aep
  if (completed !== undefined) {
    return (
      <>
        completed <HostileText text={completed} limit={24} isCutSilently />
      </>
    )
  }
  if (estimatedCompletion === undefined) return 'without a date of completion'
  const day = parseDay(estimatedCompletion)
  return (
    <>
      estimated <HostileText text={estimatedCompletion} limit={24} isCutSilently />
      {day !== undefined && day < today && <span className="text-warn">, overdue</span>}
    </>
  )
}
