import type { Params as BmeParams } from '../../chain/proto/generated/akash/bme/v1/params.ts'
import type {
  QueryStatusResponse,
  QueryVaultStateResponse,
} from '../../chain/proto/generated/akash/bme/v1/query.ts'
import type { State } from '../../chain/proto/generated/akash/bme/v1/types.ts'
import type { Params as MarketParams } from '../../chain/proto/generated/akash/market/v1beta5/params.ts'
import type {
  AggregatedPrice,
  PriceHealth,
} from '../../chain/proto/generated/akash/oracle/v2/prices.ts'
import type { QueryAggregatedPriceResponse } from '../../chain/proto/generated/akash/oracle/v2/query.ts'
import { COIN, DURATION, TIMESTAMP } from '../protobuf/common-messages.ts'
import { describeMessage, integer, list, message, text } from '../protobuf/message-writer.ts'
import type { Wire } from './market-messages.ts'

export const AGGREGATED_PRICE_RESPONSE = describeMessage<Wire<QueryAggregatedPriceResponse>>({
  aggregatedPrice: message(
    describeMessage<Wire<AggregatedPrice>>({
      denom: text,
      twap: text,
      medianPrice: text,
      minPrice: text,
      maxPrice: text,
      timestamp: message(TIMESTAMP),
      numSources: integer,
      deviationBps: integer,
    }),
  ),
  priceHealth: message(
    describeMessage<Wire<PriceHealth>>(
      {
        denom: text,
        isHealthy: integer,
        hasMinSources: integer,
        deviationOk: integer,
        totalSources: integer,
        totalHealthySources: integer,
        failureReason: texts,
      },
      [1, 3, 4, 5, 6, 7, 8],
    ),
  ),
})

export const STATUS_RESPONSE = describeMessage<Wire<QueryStatusResponse>>({
  status: integer,
  collateralRatio: text,
  warnThreshold: text,
  haltThreshold: text,
  mintsAllowed: integer,
  refundsAllowed: integer,
})

export const VAULT_RESPONSE = describeMessage<Wire<QueryVaultStateResponse>>({
  vaultState: message(
    describeMessage<Wire<State>>({
      balances: list(COIN),
      totalBurned: list(COIN),
      totalMinted: list(COIN),
      remintCredits: list(COIN),
    }),
  ),
})

export const BME_PARAMS = describeMessage<Wire<BmeParams>>(
  {
    circuitBreakerWarnThreshold: integer,
    circuitBreakerHaltThreshold: integer,
    minEpochBlocks: integer,
    epochBlocksBackoffPercent: integer,
    mintSpreadBps: integer,
    settleSpreadBps: integer,
    maxEndblockerRecords: integer,
    minMint: list(COIN),
    maxPendingAttempts: integer,
  },
  [1, 2, 3, 4, 6, 7, 8, 9, 10],
)

export const MARKET_PARAMS = describeMessage<Wire<MarketParams>>({
  bidMinDeposit: message(COIN),
  orderMaxBids: integer,
  bidMinDeposits: list(COIN),
  minReclamationWindow: message(DURATION),
  maxReclamationWindow: message(DURATION),
})

function texts(number: number, values: readonly string[]): void {
  for (const value of values) text(number, value)
}
