import type { QueryAnswer } from '../application/query-answer.ts'
import { valueAnswer } from '../application/query-answer.ts'
import { encodeBytesField } from '../application/wire-fields.ts'
import type { ChainLedger } from '../chain/ledger.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { answerBmeParams, answerBmeStatus, answerVaultState } from './bme.ts'
import { UACT, UAKT } from './eras.ts'
import { answerMarketList, answerMarketRecord } from './market-pages.ts'
import type { MarketQuestion } from './market-question.ts'
import { createTables } from './market-tables.ts'
import { createMarketWorld, type MarketOptions } from './market-world.ts'
import { MARKET_PARAMS } from './money-messages.ts'
import { answerAggregatedPrice } from './oracle.ts'
import { createProviderRoutes } from './providers.ts'

type Answer = (query: MarketQuestion) => QueryAnswer

/** Every query of the marketplace's modules that a chain answers, by path. */
export type MarketRoutes = ReadonlyMap<string, Answer>

/**
 * The marketplace of a demo chain: market, deployment, provider, audit, oracle and BME. Everything in it follows from the
 * chain's name and a height, so that a state of any height can be asked for, in any order.
 */
export function createMarket(
  ledger: Pick<ChainLedger, 'chainId' | 'initialHeight' | 'timeOf'>,
  options: MarketOptions = {},
): MarketRoutes {
  const timeOf = (height: number) => Math.floor(ledger.timeOf(BigInt(height)).getTime() / 1000)
  const world = createMarketWorld(ledger.chainId, Number(ledger.initialHeight), timeOf, options)
  const providers = createProviderRoutes(world)
  const lists = createTables(world).flatMap((table): (readonly [string, Answer])[] => [
    [table.kind.listPath, ({ request, height }) => answerMarketList(world, table, request, height)],
    [
      table.kind.singlePath,
      ({ request, height }) => answerMarketRecord(world, table, request, height),
    ],
  ])
  return new Map<string, Answer>([
    ...lists,
    ['/akash.market.v1beta5.Query/Params', answerMarketParams],
    ['/akash.provider.v1beta4.Query/Providers', providers.answerProviders],
    ['/akash.provider.v1beta4.Query/Provider', providers.answerProvider],
    ['/akash.audit.v1.Query/AllProvidersAttributes', providers.answerAudits],
    ['/akash.oracle.v2.Query/AggregatedPrice', (query) => answerAggregatedPrice(world, query)],
    ['/akash.bme.v1.Query/Status', (query) => answerBmeStatus(world, query)],
    ['/akash.bme.v1.Query/VaultState', (query) => answerVaultState(world, query)],
    ['/akash.bme.v1.Query/Params', answerBmeParams],
  ])
}

/** As recorded (steady/164). */
function answerMarketParams({ height }: MarketQuestion): QueryAnswer {
  const deposit = (denom: string) => ({ denom, amount: '500000' })
  const params = encodeProto(MARKET_PARAMS, {
    bidMinDeposit: deposit(UAKT),
    orderMaxBids: 20,
    bidMinDeposits: [deposit(UACT), deposit(UAKT)],
    minReclamationWindow: { seconds: 3_600n, nanos: 0 },
    maxReclamationWindow: { seconds: 2_592_000n, nanos: 0 },
  })
  return valueAnswer(encodeBytesField(1, params), height)
}
