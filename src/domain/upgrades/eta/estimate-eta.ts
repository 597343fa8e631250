import type { BlockSample } from './block-sample.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'
import { type AppliedAt, type RunningTime, withoutStandstills } from './running-time.ts'
import type { EtaMethod, EtaSample, UpgradeEta } from './upgrade-eta.ts'

export interface EtaInput {
  readonly planHeight: bigint
  /** Headers that were read, in any order; the highest is where the chain stands. */
  readonly samples: readonly BlockSample[]
  /** Upgrades applied before, to name standstills by. */
  readonly applied: readonly AppliedAt[]
}

const YEAR_MS = 365.2425 * 86_400_000
const MOST_YEARS = 20
/** Fewer blocks than this say nothing of how block times vary. */
const LEAST_SPAN = 20
const LEAST_REHEARSALS = 5
/** A distance so many times what was seen is not reckoned. */
const MOST_STRETCH = 2_000

/**
 * When a height will come, as a range that holds the truth in about eight cases of ten (`npm run bench` prints the
 * backtest). The median is the mean block time of three windows, of one, four and sixteen times the distance left, each
 * cut where the headers end. The range comes from rehearsals on this very chain: the same estimate made at earlier
 * blocks, against what came. No block time is assumed anywhere.
 */
export function estimateUpgradeEta({ planHeight, samples, applied }: EtaInput): UpgradeEta {
  const sorted = sortSamples(samples)
  const head = sorted.at(-1)
  if (head !== undefined && head.height >= planHeight) {
    return { kind: 'reached', blocksAgo: head.height - planHeight }
  }
  const running = withoutStandstills(sorted, applied)
  const sample = describeSample(sorted, running)
  const blocksLeft = planHeight - (head?.height ?? 0n)
  const distance = Number(blocksLeft)
  const span = running.heights.at(-1) ?? 0
  if (head === undefined || span < LEAST_SPAN) {
    return { kind: 'not-enough-blocks', blocksLeft, sample }
  }
  const rehearsal = rehearse(running, distance)
  const years = (rehearsal.blockMs * distance) / YEAR_MS
  if (years > MOST_YEARS) return { kind: 'too-far', blocksLeft, years, sample }
  if (rehearsal.errors.length < LEAST_REHEARSALS || distance > span * MOST_STRETCH) {
    return { kind: 'not-enough-blocks', blocksLeft, sample }
  }
  const method = describeMethod(rehearsal, span, distance)
  const after = (factor: number) => new Date(head.timeMs + rehearsal.blockMs * distance * factor)
  return {
    kind: 'range',
    p10: after(Math.exp(-method.spread)),
    p50: after(1),
    p90: after(Math.exp(method.spread)),
    blocksLeft,
    method,
    sample,
  }
}

/** Ascending and without doubles; a header whose time does not follow the one before is left out. */
function sortSamples(samples: readonly BlockSample[]): readonly BlockSample[] {
  const sorted = samples.toSorted((a, b) =>
    a.height < b.height ? -1 : a.height > b.height ? 1 : 0,
  )
  const kept: BlockSample[] = []
  for (const sample of sorted) {
    const before = kept.at(-1)
    if (before === undefined || (sample.height > before.height && sample.timeMs > before.timeMs)) {
      kept.push(sample)
    }
  }
  return kept
}

function describeSample(
  sorted: readonly BlockSample[],
  { standstills }: Pick<RunningTime, 'standstills'>,
): EtaSample {
  return {
    count: sorted.length,
    lowest: sorted[0]?.height ?? 0n,
    highest: sorted.at(-1)?.height ?? 0n,
    standstills,
  }
}

function describeMethod(rehearsal: Rehearsal, span: number, distance: number): EtaMethod {
  const { windows, blockMs, errors, ahead } = rehearsal
  const error = Math.sqrt(errors.reduce((sum, each) => sum + each * each, 0) / errors.length)
  // Rehearsals overlap; so many stand side by side.
  const independent = Math.max(1, Math.round((span - 2 * ahead) / ahead + 1))
  return {
    windows,
    blockMs,
    rehearsals: errors.length,
    rehearsalBlocks: ahead,
    error,
    // Blocks come whole: however even they were, an edge nearer than one of them says more than is known.
    spread: Math.max(error * ninetiethOfT(independent), 1 / distance),
  }
}

/** 90th percentiles of Student's t with 1, 2, 3 … degrees of freedom. */
const T_90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345,
  1.341,
] as const

function ninetiethOfT(degrees: number): number {
  return T_90[degrees - 1] ?? 1.341
}
