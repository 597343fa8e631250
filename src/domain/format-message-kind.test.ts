import { describe, expect, it } from 'vitest'
import { formatMessageKind } from './format-message-kind.ts'

describe('formatMessageKind', () => {
  it.each([
    ['/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade', 'software upgrade'],
    ['/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal', 'software upgrade'],
    ['/cosmos.gov.v1beta1.TextProposal', 'text'],
    ['/akash.market.v1beta5.MsgUpdateParams', 'parameters: market'],
    ['/ibc.applications.transfer.v1.MsgUpdateParams', 'parameters: transfer'],
    ['/cosmwasm.wasm.v1.MsgStoreCode', 'store code'],
    ['/MsgUpdateParams', 'parameters'],
    ['', 'unknown message'],
    ['constructor', 'constructor'],
  ])('calls %s "%s"', (typeUrl, text) => {
    expect(formatMessageKind(typeUrl)).toBe(text)
  })
})
