import { countDaysBetween, parseDay } from '../../registry/day.ts'
import type { FoundLink } from '../found-link.ts'
import { quoteOf } from '../found-link.ts'
import type { GroundIndex } from '../ground-index.ts'
import { dayOf } from '../plan-of-record.ts'

const NEAR_DAYS = 2

/**
 * AEPs whose document calls them completed within two days of an upgrade. Dates were often filled in from the upgrades, or
 * set ahead of them, so this is never more than something to look at: it says `mentions`.
 */
export function suggestByDate(index: GroundIndex): readonly FoundLink[] {
  const dated = index.plans.flatMap((target) => {
    const record = index.recordOf(target)
    if (target.state !== 'applied' || record === undefined) return []
    const day = dayOf(record.appliedAt) ?? target.appliedOn
    return day === undefined ? [] : [{ target, day }]
  })
  return index.ground.registry.aeps.flatMap(({ number, completed, path }): FoundLink[] => {
    const day = completed === undefined ? undefined : parseDay(completed)
    if (completed === undefined || day === undefined) return []
    return dated
      .filter((upgrade) => Math.abs(countDaysBetween(upgrade.day, day)) <= NEAR_DAYS)
      .map(({ target }) => ({
        aep: number,
        target,
        relation: 'mentions',
        confidence: 'low',
        evidence: {
          class: 'date',
          rule: 'completed-date',
          source: `akash-network/AEP:${path} frontmatter`,
          quote: quoteOf(`completed: ${completed}`),
        },
      }))
  })
}
