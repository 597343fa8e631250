import type { Params as MarketParams } from '../../chain/proto/generated/akash/market/v1beta5/params.ts'
import type { MsgUpdateParams as MsgUpdateMarketParams } from '../../chain/proto/generated/akash/market/v1beta5/paramsmsg.ts'
import type { CommunityPoolSpendProposal } from '../../chain/proto/generated/cosmos/distribution/v1beta1/distribution.ts'
import type { MsgCommunityPoolSpend } from '../../chain/proto/generated/cosmos/distribution/v1beta1/tx.ts'
import type { TextProposal } from '../../chain/proto/generated/cosmos/gov/v1beta1/gov.ts'
import type { Params as MintParams } from '../../chain/proto/generated/cosmos/mint/v1beta1/mint.ts'
import type { MsgUpdateParams as MsgUpdateMintParams } from '../../chain/proto/generated/cosmos/mint/v1beta1/tx.ts'
import type {
  ParamChange,
  ParameterChangeProposal,
} from '../../chain/proto/generated/cosmos/params/v1beta1/params.ts'
import type { MsgSoftwareUpgrade } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import type {
  ModuleVersion,
  Plan,
  SoftwareUpgradeProposal,
} from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import { ANY, COIN, DURATION, TIMESTAMP } from './common-messages.ts'
import { describeMessage, integer, list, message, text } from './message-writer.ts'

export const PLAN = describeMessage<Plan>({
  name: text,
  time: message(TIMESTAMP),
  height: integer,
  info: text,
  upgradedClientState: message(ANY),
})

export const MODULE_VERSION = describeMessage<ModuleVersion>({ name: text, version: integer })

export const MSG_SOFTWARE_UPGRADE = describeMessage<MsgSoftwareUpgrade>({
  authority: text,
  plan: message(PLAN),
})

export const MSG_COMMUNITY_POOL_SPEND = describeMessage<MsgCommunityPoolSpend>({
  authority: text,
  recipient: text,
  amount: list(COIN),
})

const MARKET_PARAMS = describeMessage<MarketParams>({
  bidMinDeposit: message(COIN),
  orderMaxBids: integer,
  bidMinDeposits: list(COIN),
  minReclamationWindow: message(DURATION),
  maxReclamationWindow: message(DURATION),
})

export const MSG_UPDATE_MARKET_PARAMS = describeMessage<MsgUpdateMarketParams>({
  authority: text,
  params: message(MARKET_PARAMS),
})

const MINT_PARAMS = describeMessage<MintParams>({
  mintDenom: text,
  inflationRateChange: text,
  inflationMax: text,
  inflationMin: text,
  goalBonded: text,
  blocksPerYear: integer,
})

export const MSG_UPDATE_MINT_PARAMS = describeMessage<MsgUpdateMintParams>({
  authority: text,
  params: message(MINT_PARAMS),
})

export const TEXT_PROPOSAL = describeMessage<TextProposal>({ title: text, description: text })

export const SOFTWARE_UPGRADE_PROPOSAL = describeMessage<SoftwareUpgradeProposal>({
  title: text,
  description: text,
  plan: message(PLAN),
})

export const COMMUNITY_POOL_SPEND_PROPOSAL = describeMessage<CommunityPoolSpendProposal>({
  title: text,
  description: text,
  recipient: text,
  amount: list(COIN),
})

const PARAM_CHANGE = describeMessage<ParamChange>({ subspace: text, key: text, value: text })

export const PARAMETER_CHANGE_PROPOSAL = describeMessage<ParameterChangeProposal>({
  title: text,
  description: text,
  changes: list(PARAM_CHANGE),
})
