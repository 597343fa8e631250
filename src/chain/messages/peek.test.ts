import { describe, expect, it } from 'vitest'
import { MsgExecLegacyContent } from '../proto/generated/cosmos/gov/v1/tx.ts'
import { MsgSoftwareUpgrade } from '../proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import { SoftwareUpgradeProposal } from '../proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import { UpgradeProposal } from '../proto/generated/ibc/core/client/v1/client.ts'
import { MsgIBCSoftwareUpgrade } from '../proto/generated/ibc/core/client/v1/tx.ts'
import { decodeMessage } from './decode-message.ts'
import { peekMessage } from './peek.ts'

const PLAN = { name: 'v3', height: 30_000_000n, info: 'https://example.org/info.json' }
const plan = { ...PLAN, time: undefined, upgradedClientState: undefined }
const texts = { title: 't', description: 'd' }
const upgradedClientState = undefined

const UPGRADES = [
  ['cosmos.upgrade.v1beta1.MsgSoftwareUpgrade', MsgSoftwareUpgrade.encode({ authority: '', plan })],
  [
    'cosmos.upgrade.v1beta1.SoftwareUpgradeProposal',
    SoftwareUpgradeProposal.encode({ ...texts, plan }),
  ],
  [
    'ibc.core.client.v1.MsgIBCSoftwareUpgrade',
    MsgIBCSoftwareUpgrade.encode({ plan, upgradedClientState, signer: '' }),
  ],
  [
    'ibc.core.client.v1.UpgradeProposal',
    UpgradeProposal.encode({ ...texts, plan, upgradedClientState }),
  ],
] as const

describe('peekMessage', () => {
  it.each(UPGRADES)('finds the plan of %s, as the whole decoder does', (type, writer) => {
    const content = { typeUrl: `/${type}`, value: writer.finish() }
    const value = MsgExecLegacyContent.encode({ content, authority: '' }).finish()
    const wrapped = { typeUrl: '/cosmos.gov.v1.MsgExecLegacyContent', value }
    for (const any of [content, wrapped]) {
      expect(peekMessage(any)).toEqual({ typeUrl: content.typeUrl, plan: PLAN })
      expect(decodeMessage(any)).toMatchObject({ plan: PLAN })
    }
  })

  it('gives the type alone where there is no plan, or no content', () => {
    const typeUrl = '/cosmos.gov.v1.MsgExecLegacyContent'
    expect(peekMessage({ typeUrl, value: new Uint8Array() })).toEqual({ typeUrl })
    expect(peekMessage({ typeUrl: '/x.Y', value: Uint8Array.of(1) })).toEqual({ typeUrl: '/x.Y' })
    expect(peekMessage({ typeUrl: 'constructor', value: new Uint8Array() })).toEqual({
      typeUrl: 'constructor',
    })
  })

  it('never throws on bytes that are no such message', () => {
    const typeUrl = '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade'
    expect(peekMessage({ typeUrl, value: Uint8Array.of(18, 200) })).toEqual({ typeUrl })
  })
})
