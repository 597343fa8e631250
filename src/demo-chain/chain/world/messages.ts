import type { Plan } from '../../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { Any } from '../../../chain/proto/generated/google/protobuf/any.ts'
import {
  COMMUNITY_POOL_SPEND_PROPOSAL,
  MSG_COMMUNITY_POOL_SPEND,
  MSG_SOFTWARE_UPGRADE,
  MSG_UPDATE_MARKET_PARAMS,
  MSG_UPDATE_MINT_PARAMS,
  PARAMETER_CHANGE_PROPOSAL,
  SOFTWARE_UPGRADE_PROPOSAL,
  TEXT_PROPOSAL,
} from '../../protobuf/change-messages.ts'
import { MSG_EXEC_LEGACY_CONTENT } from '../../protobuf/gov-messages.ts'
import { encodeProto } from '../../protobuf/message-writer.ts'
import { GOV_AUTHORITY } from './accounts.ts'
import { akt, uaktCoins } from './coins.ts'
import { seconds, ZERO_TIME } from './proto-times.ts'

const authority = GOV_AUTHORITY

function createPlan(name: string, height: bigint, info: string): Plan {
  return { name, time: ZERO_TIME, height, info, upgradedClientState: undefined }
}

/** @param info as in `plan.info`: JSON of binaries, or an address of such */
export function softwareUpgrade(name: string, height: bigint, info: string): Any {
  const plan = createPlan(name, height, info)
  return {
    typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
    value: encodeProto(MSG_SOFTWARE_UPGRADE, { authority, plan }),
  }
}

export function communityPoolSpend(recipient: string, amountUakt: bigint): Any {
  return {
    typeUrl: '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend',
    value: encodeProto(MSG_COMMUNITY_POOL_SPEND, {
      authority,
      recipient,
      amount: uaktCoins(amountUakt),
    }),
  }
}

/** Parameters of a market that the demo chain does not have; nothing follows from them. */
export function marketParams(bidDepositAkt: number, orderMaxBids: number): Any {
  const [deposit] = uaktCoins(akt(bidDepositAkt))
  return {
    typeUrl: '/akash.market.v1beta5.MsgUpdateParams',
    value: encodeProto(MSG_UPDATE_MARKET_PARAMS, {
      authority,
      params: {
        bidMinDeposit: deposit,
        orderMaxBids,
        bidMinDeposits: [...uaktCoins(akt(bidDepositAkt)), { denom: 'uact', amount: '500000' }],
        minReclamationWindow: seconds(3600),
        maxReclamationWindow: seconds(604_800),
      },
    }),
  }
}

/** @param percent of inflation at most, whole */
export function mintParams(percent: number): Any {
  return {
    typeUrl: '/cosmos.mint.v1beta1.MsgUpdateParams',
    value: encodeProto(MSG_UPDATE_MINT_PARAMS, {
      authority,
      params: {
        mintDenom: 'uakt',
        inflationRateChange: `2${'0'.repeat(17)}`,
        inflationMax: `${percent}${'0'.repeat(16)}`,
        inflationMin: `${percent - 4}${'0'.repeat(16)}`,
        goalBonded: `67${'0'.repeat(16)}`,
        blocksPerYear: 5_256_000n,
      },
    }),
  }
}

/** What a proposal of before v1.0.0 was about. */
export type LegacyContent =
  | { readonly kind: 'text' }
  | {
      readonly kind: 'upgrade'
      readonly name: string
      readonly height: bigint
      readonly info: string
    }
  | { readonly kind: 'spend'; readonly recipient: string; readonly amountUakt: bigint }
  | {
      readonly kind: 'parameter'
      readonly subspace: string
      readonly key: string
      readonly value: string
    }

/** As the migration of v1.0.0 left it: the content in `MsgExecLegacyContent`. */
export function legacyContent(title: string, description: string, content: LegacyContent): Any {
  return {
    typeUrl: '/cosmos.gov.v1.MsgExecLegacyContent',
    value: encodeProto(MSG_EXEC_LEGACY_CONTENT, {
      authority,
      content: encodeContent(title, description, content),
    }),
  }
}

function encodeContent(title: string, description: string, content: LegacyContent): Any {
  const head = { title, description }
  switch (content.kind) {
    case 'text':
      return {
        typeUrl: '/cosmos.gov.v1beta1.TextProposal',
        value: encodeProto(TEXT_PROPOSAL, head),
      }
    case 'upgrade': {
      const plan = createPlan(content.name, content.height, content.info)
      return {
        typeUrl: '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal',
        value: encodeProto(SOFTWARE_UPGRADE_PROPOSAL, { ...head, plan }),
      }
    }
    case 'spend': {
      const { recipient } = content
      const amount = uaktCoins(content.amountUakt)
      return {
        typeUrl: '/cosmos.distribution.v1beta1.CommunityPoolSpendProposal',
        value: encodeProto(COMMUNITY_POOL_SPEND_PROPOSAL, { ...head, recipient, amount }),
      }
    }
    case 'parameter': {
      const { subspace, key, value } = content
      return {
        typeUrl: '/cosmos.params.v1beta1.ParameterChangeProposal',
        value: encodeProto(PARAMETER_CHANGE_PROPOSAL, {
          ...head,
          changes: [{ subspace, key, value }],
        }),
      }
    }
  }
}
