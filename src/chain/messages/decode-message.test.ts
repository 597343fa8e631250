import { describe, expect, it } from 'vitest'
import { formatFieldText } from '../../domain/field-text.ts'
import type { Message } from '../../domain/message.ts'
import { MsgUpdateParams as WasmParams } from '../proto/generated/akash/wasm/v1/paramsmsg.ts'
import { MsgExec, MsgGrant } from '../proto/generated/cosmos/authz/v1beta1/tx.ts'
import { MsgSend } from '../proto/generated/cosmos/bank/v1beta1/tx.ts'
import { MsgExecLegacyContent, MsgVote } from '../proto/generated/cosmos/gov/v1/tx.ts'
import { MsgUpdateParams as StakingParams } from '../proto/generated/cosmos/staking/v1beta1/tx.ts'
import { MsgSoftwareUpgrade } from '../proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import { SoftwareUpgradeProposal } from '../proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import { MESSAGE_FIELDS } from '../proto/generated/wire-schema.ts'
import { decodeMessage } from './decode-message.ts'
import { MAX_MESSAGE_DEPTH } from './message-rows.ts'
import { peekMessage } from './peek.ts'
import { findSummary, KNOWN_MESSAGE_TYPES } from './summary-registry.ts'

const GOV = 'akash10d07y265gmmuvt4z0w9aw880jnsr700jhe7z0f'
const PLAN = {
  name: 'v2.2.0',
  time: { seconds: -62_135_596_800n, nanos: 0 },
  height: 27_400_605n,
  info: '',
  upgradedClientState: undefined,
}
const UPGRADE = {
  typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
  value: MsgSoftwareUpgrade.encode({ authority: GOV, plan: PLAN }).finish(),
}

function decoded(any: { typeUrl: string; value: Uint8Array }) {
  const message = decodeMessage(any)
  if (message.kind !== 'decoded') throw new Error(message.reason)
  return message
}

function rowsOf(message: Message): readonly (readonly [string, string, string])[] {
  if (message.kind !== 'decoded') return []
  return message.fields.map(({ path, label, value }) => [path, label, formatFieldText(value)])
}

describe('decodeMessage', () => {
  it('gives an upgrade its plan, its rows and a sentence', () => {
    const message = decoded(UPGRADE)
    expect(message.summary).toBe('Upgrade the chain to v2.2.0 at height 27,400,605')
    expect(message.plan).toEqual({ name: 'v2.2.0', height: 27_400_605n, info: '' })
    expect(rowsOf(message)).toEqual([
      ['authority', 'Authority', GOV],
      ['plan.name', 'Plan name', 'v2.2.0'],
      ['plan.time', 'Plan time', 'not set'],
      ['plan.height', 'Plan height', '27400605'],
    ])
  })

  it('reads legacy content inside its wrapper, whose plan it is too', () => {
    const content = {
      typeUrl: '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal',
      value: SoftwareUpgradeProposal.encode({
        title: 'Up',
        description: 'a\nb',
        plan: PLAN,
      }).finish(),
    }
    const wrapper = {
      typeUrl: '/cosmos.gov.v1.MsgExecLegacyContent',
      value: MsgExecLegacyContent.encode({ content, authority: GOV }).finish(),
    }
    const message = decoded(wrapper)
    expect(message.inner.map(({ typeUrl }) => typeUrl)).toEqual([content.typeUrl])
    expect(message.plan).toEqual({ name: 'v2.2.0', height: 27_400_605n, info: '' })
    expect(message.summary).toBe('Upgrade the chain to v2.2.0 at height 27,400,605')
    expect(peekMessage(wrapper)).toEqual({ typeUrl: content.typeUrl, plan: message.plan })
  })

  it('shows zeros and empty lists of parameters, where they are settings', () => {
    const params = {
      unbondingTime: { seconds: 1_814_400n, nanos: 0 },
      maxValidators: 0,
      maxEntries: 7,
      historicalEntries: 0,
      bondDenom: '',
      minCommissionRate: '50000000000000000',
    }
    const value = StakingParams.encode({ authority: GOV, params }).finish()
    const message = decoded({ typeUrl: '/cosmos.staking.v1beta1.MsgUpdateParams', value })
    expect(rowsOf(message)).toEqual([
      ['authority', 'Authority', GOV],
      ['params.unbonding_time', 'Unbonding time', '1814400s'],
      ['params.max_validators', 'Maximum validators', '0'],
      ['params.max_entries', 'Maximum entries', '7'],
      ['params.historical_entries', 'Historical entries', '0'],
      ['params.bond_denom', 'Staking denomination', 'empty'],
      ['params.min_commission_rate', 'Minimum commission rate', '0.05'],
    ])
  })

  it('shows lists and parts of parameters that are left empty', () => {
    const wasm = decoded({
      typeUrl: '/akash.wasm.v1.MsgUpdateParams',
      value: WasmParams.encode({ authority: GOV, params: { blockedAddresses: [] } }).finish(),
    })
    expect(rowsOf(wasm)[1]).toEqual(['params.blocked_addresses', 'Blocked addresses', 'none'])
    const consensus = decoded({
      typeUrl: '/cosmos.consensus.v1.MsgUpdateParams',
      value: Uint8Array.of(),
    })
    expect(rowsOf(consensus)).toEqual([
      ['authority', 'Authority', 'empty'],
      ['block', 'Block', 'not set'],
      ['evidence', 'Evidence', 'not set'],
      ['validator', 'Validator', 'not set'],
      ['abci', 'ABCI', 'not set'],
    ])
  })

  it('shows fields the chain has and this app does not know yet', () => {
    const value = Uint8Array.of(...UPGRADE.value, 0x8a, 0x01, 2, 0xca, 0xfe)
    const [last] = decoded({ ...UPGRADE, value }).fields.slice(-1)
    expect(last).toEqual({
      path: '17',
      label: 'Field 17, not known to this app',
      value: { kind: 'bytes', bytes: Uint8Array.of(0xca, 0xfe) },
    })
  })

  it('shows a coin by its parts where one amount would hide something', () => {
    const amount = [{ denom: 'uakt', amount: 'lots' }]
    const value = MsgSend.encode({ fromAddress: GOV, toAddress: GOV, amount }).finish()
    expect(rowsOf(decoded({ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value })).slice(2)).toEqual([
      ['amount[0].denom', 'Amount 1 denomination', 'uakt'],
      ['amount[0].amount', 'Amount 1 amount', 'lots'],
    ])
  })

  it('spells out what a grant allows, known or not', () => {
    const grant = (typeUrl: string, value: Uint8Array) =>
      decoded({
        typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
        value: MsgGrant.encode({
          granter: GOV,
          grantee: GOV,
          grant: { authorization: { typeUrl, value }, expiration: undefined },
        }).finish(),
      })
    const known = grant(
      '/cosmos.authz.v1beta1.GenericAuthorization',
      Uint8Array.of(10, 2, 0x2f, 0x61),
    )
    expect(rowsOf(known).slice(2)).toEqual([
      [
        'grant.authorization.@type',
        'Grant authorization type',
        '/cosmos.authz.v1beta1.GenericAuthorization',
      ],
      ['grant.authorization.msg', 'Grant authorization message', '/a'],
    ])
    expect(rowsOf(grant('/x.Y', Uint8Array.of(1, 2))).slice(2)).toEqual([
      ['grant.authorization.@type', 'Grant authorization type', '/x.Y'],
      ['grant.authorization.value', 'Grant authorization value', '0102'],
    ])
  })

  it('reads messages inside messages to a limit, and shows what lies deeper as bytes', () => {
    const vote = { proposalId: 1n, voter: GOV, option: 1 as const, metadata: '' }
    let any = { typeUrl: '/cosmos.gov.v1.MsgVote', value: MsgVote.encode(vote).finish() }
    for (let depth = 0; depth < MAX_MESSAGE_DEPTH + 2; depth++) {
      const value = MsgExec.encode({ grantee: GOV, msgs: [any] }).finish()
      any = { typeUrl: '/cosmos.authz.v1beta1.MsgExec', value }
    }
    let message = decoded(any)
    let depth = 0
    for (; message.inner[0]?.kind === 'decoded'; depth++) message = message.inner[0]
    expect(depth).toBe(MAX_MESSAGE_DEPTH)
    expect(message.fields.map(({ path }) => path)).toEqual([
      'grantee',
      'msgs[0].@type',
      'msgs[0].value',
    ])
  })

  it('keeps the bytes of a type it does not know', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    for (const typeUrl of ['/x.y.Msg', '', '/constructor', '/cosmos.base.v1beta1.Coin']) {
      expect(decodeMessage({ typeUrl, value: bytes })).toEqual({
        kind: 'undecoded',
        typeUrl,
        bytes,
        reason: 'unknown-type',
      })
    }
  })

  it('keeps bytes that are not the message they claim to be', () => {
    const bytes = UPGRADE.value.slice(0, -1)
    expect(decodeMessage({ ...UPGRADE, value: bytes })).toEqual({
      kind: 'undecoded',
      typeUrl: UPGRADE.typeUrl,
      bytes,
      reason: 'malformed',
    })
  })
})

describe('known messages', () => {
  const CARRIED = /\.Msg[A-Z]\w+$|Proposal$|Authorization$|Allowance$|PubKey$/

  it('are exactly those whose fields are known', () => {
    const carried = Object.keys(MESSAGE_FIELDS).filter((type) => CARRIED.test(type))
    expect(KNOWN_MESSAGE_TYPES.map((typeUrl) => typeUrl.slice(1)).sort()).toEqual(carried.sort())
  })

  it.each(KNOWN_MESSAGE_TYPES)(
    '%s has a sentence even when every field is at its default',
    (typeUrl) => {
      const { summary } = decoded({ typeUrl, value: new Uint8Array() })
      expect(findSummary(typeUrl.slice(1))).toBeDefined()
      expect(summary).toMatch(/^\S.*\S$/)
      expect(summary).not.toMatch(/undefined|NaN|\[object| {2}/)
    },
  )
})
