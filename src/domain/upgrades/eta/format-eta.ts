import { formatLocal, formatUtc } from '../../time.ts'
import type { UpgradeEta } from './upgrade-eta.ts'

type EtaTimes = Pick<Extract<UpgradeEta, { kind: 'range' }>, 'p10' | 'p50' | 'p90'>

/** A range in words. */
export interface EtaWords {
  /** `between 14:02 and 14:31 UTC`, with days where they differ. */
  readonly between: string
  /** `14:16` */
  readonly likely: string
  /** `on 2026-03-23`; undefined where `between` has the days. */
  readonly day: string | undefined
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Steps a time is rounded to, each a reader's round number. */
const STEPS = [SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR]
/** A range has about so many steps in it; finer ones would pretend to more than is known. */
const STEPS_IN_RANGE = 10

/**
 * Edges are rounded outwards, to steps no finer than the range is wide.
 * @param offsetMinutes east of Greenwich; `utc` for UTC
 */
export function formatEta({ p10, p50, p90 }: EtaTimes, offsetMinutes: number | 'utc'): EtaWords {
  const width = p90.getTime() - p10.getTime()
  const step = STEPS.findLast((each) => each * STEPS_IN_RANGE <= width) ?? SECOND
  const round = (date: Date, how: (steps: number) => number) =>
    civilTime(new Date(how(date.getTime() / step) * step), offsetMinutes, step < MINUTE)
  const [earliest, likely, latest] = [
    round(p10, Math.floor),
    round(p50, Math.round),
    round(p90, Math.ceil),
  ]
  const zone = offsetMinutes === 'utc' ? 'UTC' : formatLocal(p50, 'time', offsetMinutes).slice(9)
  return earliest.day === latest.day
    ? {
        between: `between ${earliest.clock} and ${latest.clock} ${zone}`,
        likely: likely.clock,
        day: `on ${earliest.day}`,
      }
    : {
        between: `between ${earliest.day} ${earliest.clock} and ${latest.day} ${latest.clock} ${zone}`,
        likely: `${likely.day} ${likely.clock}`,
        day: undefined,
      }
}

function civilTime(date: Date, offsetMinutes: number | 'utc', hasSeconds: boolean) {
  const shifted = offsetMinutes === 'utc' ? 0 : offsetMinutes * MINUTE
  const text = formatUtc(new Date(date.getTime() + shifted))
  return { day: text.slice(0, 10), clock: text.slice(11, hasSeconds ? 19 : 16) }
}
