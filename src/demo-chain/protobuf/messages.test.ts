import type { BinaryWriter } from '@bufbuild/protobuf/wire'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MsgUpdateParams as MsgUpdateMarketParams } from '../../chain/proto/generated/akash/market/v1beta5/paramsmsg.ts'
import { MsgExec } from '../../chain/proto/generated/cosmos/authz/v1beta1/tx.ts'
import { TxMsgData } from '../../chain/proto/generated/cosmos/base/abci/v1beta1/abci.ts'
import { PubKey } from '../../chain/proto/generated/cosmos/crypto/ed25519/keys.ts'
import { CommunityPoolSpendProposal } from '../../chain/proto/generated/cosmos/distribution/v1beta1/distribution.ts'
import { MsgCommunityPoolSpend } from '../../chain/proto/generated/cosmos/distribution/v1beta1/tx.ts'
import * as gov from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import * as govTx from '../../chain/proto/generated/cosmos/gov/v1/tx.ts'
import { TextProposal } from '../../chain/proto/generated/cosmos/gov/v1beta1/gov.ts'
import { MsgUpdateParams as MsgUpdateMintParams } from '../../chain/proto/generated/cosmos/mint/v1beta1/tx.ts'
import { ParameterChangeProposal } from '../../chain/proto/generated/cosmos/params/v1beta1/params.ts'
import * as slashing from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import * as staking from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import {
  MsgDelegate,
  MsgUndelegate,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/tx.ts'
import { TxBody } from '../../chain/proto/generated/cosmos/tx/v1beta1/tx.ts'
import { MsgSoftwareUpgrade } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import {
  ModuleVersion,
  Plan,
  SoftwareUpgradeProposal,
} from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import { lastBytes, readFields } from '../application/wire-fields.ts'
import * as changes from './change-messages.ts'
import * as common from './common-messages.ts'
import * as govMessages from './gov-messages.ts'
import { encodeProto, type MessageWriter } from './message-writer.ts'
import { readGovParams, readPoolSpend, readPubKey, readUpgradePlan } from './read-messages.ts'
import * as stakingMessages from './staking-messages.ts'
import { MSG_EXEC, SIGNED_TX, TX_MSG_DATA } from './transaction-messages.ts'

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 400 }))
const bytes = fc.uint8Array({ maxLength: 300 })
const unsigned = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const signed = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const int32 = fc.integer()
const count = fc.nat(2 ** 32 - 1)
const flag = fc.boolean()
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 4 })
const any = fc.record({ typeUrl: text, value: bytes })
const coin = fc.record({ denom: text, amount: text })
const span = fc.record({ seconds: signed, nanos: int32 })
const option = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const)
const weighted = fc.record({ option, weight: text })
const status = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const)
const tally = fc.record({
  yesCount: text,
  abstainCount: text,
  noCount: text,
  noWithVetoCount: text,
})
const plan = fc.record({
  name: text,
  time: maybe(span),
  height: signed,
  info: text,
  upgradedClientState: maybe(any),
})
const govParams = fc.record({
  minDeposit: some(coin),
  maxDepositPeriod: maybe(span),
  votingPeriod: maybe(span),
  quorum: text,
  threshold: text,
  vetoThreshold: text,
  minInitialDepositRatio: text,
  proposalCancelRatio: text,
  proposalCancelDest: text,
  expeditedVotingPeriod: maybe(span),
  expeditedThreshold: text,
  expeditedMinDeposit: some(coin),
  burnVoteQuorum: flag,
  burnProposalDepositPrevote: flag,
  burnVoteVeto: flag,
  minDepositRatio: text,
})
const delegation = fc.record({ delegatorAddress: text, validatorAddress: text, shares: text })
const head = { title: text, description: text }
const onProposal = { proposalId: unsigned, depositor: text, amount: some(coin) }
const submit = {
  initialDeposit: some(coin),
  messages: some(any),
  proposer: text,
  metadata: text,
  title: text,
  summary: text,
  expedited: flag,
}

interface Generated<T> {
  encode(message: T): BinaryWriter
}

/** Writes any such message as the generated code does. */
function agree<T>(own: MessageWriter<T>, generated: Generated<T>, messages: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(messages, (message) => {
      expect(encodeProto(own, message)).toEqual(generated.encode(message).finish())
    }),
    { numRuns: 60 },
  )
}

describe('messages of the demo chain are byte for byte those of the generated code', () => {
  it('of x/gov', () => {
    const { VOTE, DEPOSIT, TALLY_RESULT, PROPOSAL, GOV_PARAMS_MESSAGE } = govMessages
    const vote = { proposalId: unsigned, voter: text, metadata: text }
    agree(VOTE, gov.Vote, fc.record({ ...vote, options: some(weighted) }))
    agree(DEPOSIT, gov.Deposit, fc.record(onProposal))
    agree(TALLY_RESULT, gov.TallyResult, tally)
    const proposal = {
      id: unsigned,
      messages: some(any),
      status,
      finalTallyResult: maybe(tally),
      submitTime: maybe(span),
      depositEndTime: maybe(span),
      totalDeposit: some(coin),
      votingStartTime: maybe(span),
      votingEndTime: maybe(span),
      metadata: text,
      title: text,
      summary: text,
      proposer: text,
      expedited: flag,
      failedReason: text,
    }
    agree(PROPOSAL, gov.Proposal, fc.record(proposal))
    agree(GOV_PARAMS_MESSAGE, gov.Params, govParams)
    agree(govMessages.DEPOSIT_PARAMS, gov.DepositParams, govParams)
    agree(govMessages.VOTING_PARAMS, gov.VotingParams, govParams)
    agree(govMessages.TALLY_PARAMS, gov.TallyParams, govParams)
    agree(govMessages.MSG_VOTE, govTx.MsgVote, fc.record({ ...vote, option }))
    agree(
      govMessages.MSG_VOTE_WEIGHTED,
      govTx.MsgVoteWeighted,
      fc.record({ ...vote, options: some(weighted) }),
    )
    agree(govMessages.MSG_SUBMIT_PROPOSAL, govTx.MsgSubmitProposal, fc.record(submit))
    const answered = fc.record({ proposalId: unsigned })
    agree(govMessages.MSG_SUBMIT_PROPOSAL_RESPONSE, govTx.MsgSubmitProposalResponse, answered)
    agree(govMessages.MSG_DEPOSIT, govTx.MsgDeposit, fc.record(onProposal))
    const cancel = fc.record({ proposalId: unsigned, proposer: text })
    agree(govMessages.MSG_CANCEL_PROPOSAL, govTx.MsgCancelProposal, cancel)
    agree(
      govMessages.MSG_CANCEL_PROPOSAL_RESPONSE,
      govTx.MsgCancelProposalResponse,
      fc.record({ proposalId: unsigned, canceledTime: maybe(span), canceledHeight: unsigned }),
    )
    const legacy = fc.record({ content: maybe(any), authority: text })
    agree(govMessages.MSG_EXEC_LEGACY_CONTENT, govTx.MsgExecLegacyContent, legacy)
  })

  it('of x/staking and x/slashing', () => {
    const validator = {
      operatorAddress: text,
      consensusPubkey: maybe(any),
      jailed: flag,
      status,
      tokens: text,
      delegatorShares: text,
      description: maybe(
        fc.record({
          moniker: text,
          identity: text,
          website: text,
          securityContact: text,
          details: text,
        }),
      ),
      unbondingHeight: signed,
      unbondingTime: maybe(span),
      commission: maybe(
        fc.record({
          commissionRates: maybe(fc.record({ rate: text, maxRate: text, maxChangeRate: text })),
          updateTime: maybe(span),
        }),
      ),
      minSelfDelegation: text,
      unbondingOnHoldRefCount: signed,
      unbondingIds: some(unsigned),
    }
    agree(stakingMessages.VALIDATOR, staking.Validator, fc.record(validator))
    agree(stakingMessages.DELEGATION, staking.Delegation, delegation)
    const response = fc.record({ delegation: maybe(delegation), balance: maybe(coin) })
    agree(stakingMessages.DELEGATION_RESPONSE, staking.DelegationResponse, response)
    const pool = fc.record({ notBondedTokens: text, bondedTokens: text })
    agree(stakingMessages.POOL, staking.Pool, pool)
    const params = {
      unbondingTime: maybe(span),
      maxValidators: count,
      maxEntries: count,
      historicalEntries: count,
      bondDenom: text,
      minCommissionRate: text,
    }
    agree(stakingMessages.STAKING_PARAMS_MESSAGE, staking.Params, fc.record(params))
    const sent = fc.record({ delegatorAddress: text, validatorAddress: text, amount: maybe(coin) })
    agree(stakingMessages.MSG_DELEGATE, MsgDelegate, sent)
    agree(stakingMessages.MSG_DELEGATE, MsgUndelegate, sent)
    const info = {
      address: text,
      startHeight: signed,
      indexOffset: signed,
      jailedUntil: maybe(span),
      tombstoned: flag,
      missedBlocksCounter: signed,
    }
    agree(stakingMessages.SIGNING_INFO, slashing.ValidatorSigningInfo, fc.record(info))
    const slashingParams = {
      signedBlocksWindow: signed,
      minSignedPerWindow: bytes,
      downtimeJailDuration: maybe(span),
      slashFractionDoubleSign: bytes,
      slashFractionDowntime: bytes,
    }
    agree(stakingMessages.SLASHING_PARAMS_MESSAGE, slashing.Params, fc.record(slashingParams))
  })

  it('of upgrades and of what else proposals ask for', () => {
    agree(changes.PLAN, Plan, plan)
    agree(changes.MODULE_VERSION, ModuleVersion, fc.record({ name: text, version: unsigned }))
    const upgrade = fc.record({ authority: text, plan: maybe(plan) })
    agree(changes.MSG_SOFTWARE_UPGRADE, MsgSoftwareUpgrade, upgrade)
    const spend = fc.record({ authority: text, recipient: text, amount: some(coin) })
    agree(changes.MSG_COMMUNITY_POOL_SPEND, MsgCommunityPoolSpend, spend)
    const market = {
      bidMinDeposit: maybe(coin),
      orderMaxBids: count,
      bidMinDeposits: some(coin),
      minReclamationWindow: maybe(span),
      maxReclamationWindow: maybe(span),
    }
    agree(
      changes.MSG_UPDATE_MARKET_PARAMS,
      MsgUpdateMarketParams,
      fc.record({ authority: text, params: maybe(fc.record(market)) }),
    )
    const mint = {
      mintDenom: text,
      inflationRateChange: text,
      inflationMax: text,
      inflationMin: text,
      goalBonded: text,
      blocksPerYear: unsigned,
    }
    agree(
      changes.MSG_UPDATE_MINT_PARAMS,
      MsgUpdateMintParams,
      fc.record({ authority: text, params: maybe(fc.record(mint)) }),
    )
    agree(changes.TEXT_PROPOSAL, TextProposal, fc.record(head))
    const planned = fc.record({ ...head, plan: maybe(plan) })
    agree(changes.SOFTWARE_UPGRADE_PROPOSAL, SoftwareUpgradeProposal, planned)
    const paid = fc.record({ ...head, recipient: text, amount: some(coin) })
    agree(changes.COMMUNITY_POOL_SPEND_PROPOSAL, CommunityPoolSpendProposal, paid)
    const change = fc.record({ subspace: text, key: text, value: text })
    const changed = fc.record({ ...head, changes: some(change) })
    agree(changes.PARAMETER_CHANGE_PROPOSAL, ParameterChangeProposal, changed)
  })

  it('of transactions', () => {
    agree(common.PUB_KEY, PubKey, fc.record({ key: bytes }))
    agree(MSG_EXEC, MsgExec, fc.record({ grantee: text, msgs: some(any) }))
    fc.assert(
      fc.property(some(any), bytes, (messages, signature) => {
        const data = TxMsgData.encode({ data: [], msgResponses: messages }).finish()
        expect(encodeProto(TX_MSG_DATA, { msgResponses: messages })).toEqual(data)
        const publicKey = { typeUrl: '', value: signature }
        const signerInfo = { publicKey, modeInfo: { single: { mode: 1 } }, sequence: 0 }
        const authInfo = { signerInfo, fee: { amount: [], gasLimit: 0n } }
        const tx = encodeProto(SIGNED_TX, { body: { messages }, authInfo, signature })
        const body = lastBytes(readFields(tx), 1) ?? new Uint8Array()
        expect(TxBody.decode(body).messages).toEqual(messages)
      }),
    )
  })

  it('when they are larger than what was kept ready for them', () => {
    const long = 'ä'.repeat(9_000)
    const message = { title: long, description: long }
    const bytesOf = () => encodeProto(changes.TEXT_PROPOSAL, message)
    expect(bytesOf()).toEqual(TextProposal.encode(message).finish())
    expect(bytesOf()).toEqual(bytesOf())
  })
})

describe('what the chain reads of messages', () => {
  it('is what was written', () => {
    fc.assert(
      fc.property(maybe(plan), maybe(govParams), some(coin), bytes, (one, params, amount, key) => {
        const upgrade = MsgSoftwareUpgrade.encode({ authority: 'x', plan: one }).finish()
        expect(readUpgradePlan(upgrade)).toEqual(one)
        const update = govTx.MsgUpdateParams.encode({ authority: 'x', params }).finish()
        expect(readGovParams(update)).toEqual(params)
        const spend = { authority: 'x', recipient: 'y', amount }
        const { recipient, amount: read } = readPoolSpend(
          MsgCommunityPoolSpend.encode(spend).finish(),
        )
        expect({ recipient, amount: read }).toEqual({ recipient: 'y', amount })
        expect(readPubKey(PubKey.encode({ key }).finish())).toEqual(key)
      }),
    )
  })
})
