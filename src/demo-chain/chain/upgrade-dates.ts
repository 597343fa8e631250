import { KNOWN_UPGRADES } from '../../data/known-upgrades.ts'
import type { DatedHeight } from './block-clock.ts'
import type { AppliedUpgrade } from './script.ts'

/** Mainnet's upgrades are carried out in the afternoon, UTC. */
const HOUR_OF_DAY = 15

/** Heights of a chain's applied upgrades whose time is on record; name and height must agree with the record. */
export function dateUpgrades(applied: readonly AppliedUpgrade[]): DatedHeight[] {
  return applied.flatMap(({ name, height }) => {
    const known = KNOWN_UPGRADES.find((each) => each.name === name && each.height === height)
    const at = known?.appliedAt
    if (at === undefined) return []
    const timeMs =
      at.precision === 'day' ? Date.parse(at.date) + HOUR_OF_DAY * 3_600_000 : Date.parse(at.time)
    return [{ height: Number(height), timeMs }]
  })
}
