import type { QueryAnswer } from '../application/query-answer.ts'
import { plainFailure, valueAnswer } from '../application/query-answer.ts'
import { lastText } from '../application/wire-fields.ts'
import { LEGACY_ONE } from '../chain/legacy-dec.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import type { MarketQuestion } from './market-question.ts'
import type { MarketWorld } from './market-world.ts'
import { AGGREGATED_PRICE_RESPONSE } from './money-messages.ts'

/** What the oracle says of AKT; scaled by 10^18, in US dollars. */
export interface OracleAt {
  readonly twap: bigint
  readonly median: bigint
  readonly min: bigint
  readonly max: bigint
  readonly isHealthy: boolean
  /** Of the block it was last told in. */
  readonly toldAt: number
}

const DENOM = 'akt'
const MEAN = 0.45
/** Told every so many blocks. */
const TOLD_EVERY = 8
/** For ten minutes of every seven hours one of the two sources is silent. */
const SILENT_EVERY = 4_300
const SILENT_FROM = 4_000
const SILENT_UNTIL = 4_100
/** Things by which prices are drawn, beyond the numbers of deployments. */
const TOLD_FROM = 1_500_000_000

/** The oracle at a height. */
export function oracleAt({ draw }: MarketWorld, height: number): OracleAt {
  const turn = Math.floor(height / TOLD_EVERY)
  const toldAt = turn * TOLD_EVERY
  const phase = height % SILENT_EVERY
  const isHealthy = phase < SILENT_FROM || phase >= SILENT_UNTIL
  const slow = (blocks: number) => Math.sin((2 * Math.PI * toldAt) / blocks)
  const trend = MEAN * (1 + 0.06 * slow(9_000) + 0.03 * slow(1_700))
  const median = trend * (1 + 0.004 * (draw(TOLD_FROM + turn, 1) - 0.5))
  const spread = isHealthy ? 0.001 * draw(TOLD_FROM + turn, 2) : 0
  return {
    twap: toDec(trend),
    median: toDec(median),
    min: toDec(median * (1 - spread)),
    max: toDec(median * (1 + spread)),
    isHealthy,
    toldAt,
  }
}

/** `AggregatedPrice`: the module knows AKT by its symbol and nothing else (steady/176 to 178). */
export function answerAggregatedPrice(
  world: MarketWorld,
  { request, height }: MarketQuestion,
): QueryAnswer {
  const denom = lastText(request, 1)
  if (denom !== DENOM) {
    const type = 'type github.com/cosmos/gogoproto/akash.oracle.v2.AggregatedPrice'
    return plainFailure(`collections: not found: key '${denom}/usd' of ${type}`, height)
  }
  const { twap, median, min, max, isHealthy, toldAt } = oracleAt(world, Number(height))
  const sources = isHealthy ? 2 : 1
  const response = encodeProto(AGGREGATED_PRICE_RESPONSE, {
    aggregatedPrice: {
      denom,
      twap: String(twap),
      medianPrice: String(median),
      minPrice: String(min),
      maxPrice: String(max),
      timestamp: { seconds: BigInt(world.timeOf(toldAt)), nanos: 761_724_615 },
      numSources: sources,
      deviationBps: ((max - min) * 10_000n) / median,
    },
    priceHealth: {
      denom,
      isHealthy,
      hasMinSources: isHealthy,
      deviationOk: true,
      totalSources: 2,
      totalHealthySources: sources,
      failureReason: isHealthy ? [] : [`minimum price sources not met: ${sources} of 2`],
    },
  })
  return valueAnswer(response, height)
}

/** Prices are told to a hundred-millionth. */
function toDec(price: number): bigint {
  return (BigInt(Math.round(price * 1e8)) * LEGACY_ONE) / 100_000_000n
}
