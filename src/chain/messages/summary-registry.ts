import { CHAIN_SUMMARIES } from './summaries/chain.ts'
import { CONTRACT_SUMMARIES } from './summaries/contracts.ts'
import { GOVERNANCE_SUMMARIES } from './summaries/governance.ts'
import { IBC_SUMMARIES } from './summaries/ibc.ts'
import { MARKET_SUMMARIES } from './summaries/market.ts'
import { MONEY_SUMMARIES } from './summaries/money.ts'
import { NETWORK_SUMMARIES } from './summaries/network.ts'
import { STAKING_SUMMARIES } from './summaries/staking.ts'
import type { Summary, SummaryTable } from './summaries/summary.ts'

const SUMMARIES: SummaryTable = {
  ...CHAIN_SUMMARIES,
  ...GOVERNANCE_SUMMARIES,
  ...MONEY_SUMMARIES,
  ...STAKING_SUMMARIES,
  ...CONTRACT_SUMMARIES,
  ...IBC_SUMMARIES,
  ...MARKET_SUMMARIES,
  ...NETWORK_SUMMARIES,
}

/** Type URLs of every message `decodeMessage` reads. */
export const KNOWN_MESSAGE_TYPES: readonly string[] = Object.keys(SUMMARIES).map(
  (type) => `/${type}`,
)

/** By full message name; undefined for a message nobody taught this app. */
export function findSummary(type: string): Summary | undefined {
  return Object.hasOwn(SUMMARIES, type) ? SUMMARIES[type] : undefined
}
