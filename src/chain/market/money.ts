import { parseScaledDec } from '../../domain/decimal.ts'
import type { BmeStatus, BmeVault, OraclePrice } from '../../domain/market/market.ts'
import type { RequestOptions, Transport } from '../../rpc/transport.ts'
import { type Answered, fetchDecoded } from '../gov.ts'
import {
  QueryStatusResponse,
  QueryVaultStateResponse,
} from '../proto/generated/akash/bme/v1/query.ts'
import {
  QueryAggregatedPriceRequest,
  QueryAggregatedPriceResponse,
} from '../proto/generated/akash/oracle/v2/query.ts'
import {
  QuerySupplyOfRequest,
  QuerySupplyOfResponse,
} from '../proto/generated/cosmos/bank/v1beta1/query.ts'
import { toBigInt, toCoins, toDate } from '../proto-values.ts'
import { MARKET_PATH } from './market-paths.ts'
import { MarketRecordError } from './record-parts.ts'

/** The oracle knows AKT by its symbol, not by its base denomination (protocol D6). */
const ORACLE_DENOM = 'akt'
/** Base denomination of ACT, which the protocol counts as one US dollar per 1,000,000 (AEP-76). */
const ACT_DENOM = 'uact'

/**
 * The oracle's price of AKT in USD, with its health.
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function fetchOraclePrice(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<OraclePrice>> {
  const data = QueryAggregatedPriceRequest.encode({ denom: ORACLE_DENOM }).finish()
  return fetchDecoded(transport, { path: MARKET_PATH.oracle, data, height }, options, (bytes) => {
    const { aggregatedPrice, priceHealth } = QueryAggregatedPriceResponse.decode(bytes)
    if (aggregatedPrice === undefined) throw new MarketRecordError('The oracle sent no price.')
    return {
      twap: toDec(aggregatedPrice.twap),
      median: toDec(aggregatedPrice.medianPrice),
      min: toDec(aggregatedPrice.minPrice),
      max: toDec(aggregatedPrice.maxPrice),
      time: toDate(aggregatedPrice.timestamp),
      sources: aggregatedPrice.numSources,
      deviationBps: aggregatedPrice.deviationBps,
      isHealthy: priceHealth?.isHealthy ?? false,
      failureReasons: priceHealth?.failureReason ?? ['The oracle sent no health.'],
    }
  })
}

const BME_STATUS: ReadonlyMap<number, BmeStatus['status']> = new Map([
  [0, 'mint_status_unspecified'],
  [1, 'mint_status_healthy'],
  [2, 'mint_status_warning'],
  [3, 'mint_status_halt_cr'],
  [4, 'mint_status_halt_oracle'],
])

/**
 * Whether ACT may be minted, and how well it is covered (akash.bme.v1).
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function fetchBmeStatus(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<BmeStatus>> {
  return fetchDecoded(transport, { path: MARKET_PATH.bmeStatus, height }, options, (bytes) => {
    const answer = QueryStatusResponse.decode(bytes)
    return {
      status: BME_STATUS.get(answer.status) ?? `unknown ${answer.status}`,
      collateralRatio: toDec(answer.collateralRatio),
      warnThreshold: toDec(answer.warnThreshold),
      haltThreshold: toDec(answer.haltThreshold),
      mintsAllowed: answer.mintsAllowed,
      refundsAllowed: answer.refundsAllowed,
    }
  })
}

/**
 * What the module holds, and what it minted and burned over its life.
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function fetchBmeVault(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<BmeVault>> {
  return fetchDecoded(transport, { path: MARKET_PATH.bmeVault, height }, options, (bytes) => {
    const { vaultState } = QueryVaultStateResponse.decode(bytes)
    if (vaultState === undefined) throw new MarketRecordError('The module sent no vault.')
    return {
      balances: toCoins(vaultState.balances),
      totalBurned: toCoins(vaultState.totalBurned),
      totalMinted: toCoins(vaultState.totalMinted),
      remintCredits: toCoins(vaultState.remintCredits),
    }
  })
}

/**
 * How much ACT there is, in uact.
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function fetchActSupply(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<bigint>> {
  const data = QuerySupplyOfRequest.encode({ denom: ACT_DENOM }).finish()
  return fetchDecoded(transport, { path: MARKET_PATH.supplyOf, data, height }, options, (bytes) => {
    const amount = toBigInt(QuerySupplyOfResponse.decode(bytes).amount?.amount ?? '')
    if (amount === undefined) throw new MarketRecordError('The bank sent no amount.')
    return amount
  })
}

function toDec(text: string) {
  const value = parseScaledDec(text)
  if (value === undefined) throw new MarketRecordError('A figure is no number.')
  return value
}
