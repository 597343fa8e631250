import {
  type BacktestRun,
  backtest,
  scoreBacktest,
} from '../../domain/upgrades/eta/testing/backtest.ts'
import { atLeast, atMost, type Finding, type Measurement, plain } from './finding.ts'

const RUNS = 1_000
const SEED = 1

/** Bounds of a distance in blocks, and what they are called. */
const DISTANCES = [
  ['20 to 200 blocks ahead', 20, 200],
  ['200 to 2,000', 200, 2_000],
  ['2,000 to 20,000', 2_000, 20_000],
  ['20,000 to 60,000', 20_000, 60_000],
] as const

/** When an upgrade will come: ranges for simulated upgrades, against what came. */
export function upgradeEta(): Measurement {
  return {
    heading: `When an upgrade comes: ${RUNS} simulated upgrades, block times drifting and in bursts, nodes keeping 300 to 150,000 blocks`,
    async measure() {
      const runs = backtest({
        runs: RUNS,
        distance: [20, 60_000],
        reach: [300, 150_000],
        seed: SEED,
      })
      const all = scoreBacktest(runs)
      const deep = scoreBacktest(runs.filter(({ reach }) => reach >= 10_000))
      return [
        atLeast('truth within the range', percent(all.coverage), 75, '%'),
        atMost('truth within the range', percent(all.coverage), 90, '%'),
        plain('truth before it', percent(all.early), '%'),
        plain('truth after it', percent(all.late), '%'),
        plain('width of the range, median', percent(all.medianWidth), '%'),
        atMost(
          'error, median, against blocks left × mean of the last 10,000',
          percent(all.medianError),
          percent(all.plainMedianError),
          '%',
        ),
        atMost(
          'the same, where the node itself keeps 10,000',
          percent(deep.medianError),
          percent(deep.plainMedianError),
          '%',
        ),
        ...DISTANCES.map(([words, least, most]) => classFinding(words, runs, least, most)),
      ]
    },
  }
}

function classFinding(
  what: string,
  runs: readonly BacktestRun[],
  least: number,
  most: number,
): Finding {
  const score = scoreBacktest(runs.filter(({ distance }) => distance >= least && distance < most))
  const [held, error, plainError] = [score.coverage, score.medianError, score.plainMedianError].map(
    (share) => `${percent(share).toFixed(2)} %`,
  )
  return {
    what,
    figure: `${held} held, error ${error}, plain ${plainError}`,
  }
}

const percent = (share: number): number => share * 100
