import { describe, expect, it } from 'vitest'
import {
  QuerySupplyOfResponse,
  QueryTotalSupplyResponse,
} from '../../chain/proto/generated/cosmos/bank/v1beta1/query.ts'
import { QueryCommunityPoolResponse } from '../../chain/proto/generated/cosmos/distribution/v1beta1/query.ts'
import {
  QueryAppliedPlanResponse,
  QueryAuthorityResponse,
  QueryCurrentPlanResponse,
  QueryModuleVersionsResponse,
} from '../../chain/proto/generated/cosmos/upgrade/v1beta1/query.ts'
import { decodeUtf8, encodeUtf8 } from '../server/bytes.ts'
import { createAsk, refusalText } from './testing/ask.ts'
import { SMALL_WORLD } from './testing/small-world.ts'
import { encodeBytesField, lastText, readFields } from './wire-fields.ts'

const UPGRADE = '/cosmos.upgrade.v1beta1.Query/'
const BANK = '/cosmos.bank.v1beta1.Query/'
const ask = createAsk(SMALL_WORLD)

const named = (name: string): Uint8Array => encodeBytesField(1, encodeUtf8(name))

function goodValue(path: string, data?: Uint8Array): Uint8Array {
  const answer = ask(path, data)
  expect(answer).toMatchObject({ code: 0, codespace: '', log: '', height: 200n })
  return answer.value ?? new Uint8Array()
}

describe('x/upgrade', () => {
  it('tells the plan, and an empty message when there is none', () => {
    const { plan } = QueryCurrentPlanResponse.decode(goodValue(`${UPGRADE}CurrentPlan`))
    expect(plan).toMatchObject({ name: 'v3', height: 500n })
    expect(createAsk({})(`${UPGRADE}CurrentPlan`).value).toEqual(new Uint8Array())
  })

  it('tells when a plan was applied, and an empty message when it was not', () => {
    const applied = goodValue(`${UPGRADE}AppliedPlan`, named('v2'))
    expect(QueryAppliedPlanResponse.decode(applied).height).toBe(120n)
    expect(goodValue(`${UPGRADE}AppliedPlan`, named('v3'))).toEqual(new Uint8Array())
  })

  it('tells all module versions, or one, and knows no others', () => {
    const all = QueryModuleVersionsResponse.decode(goodValue(`${UPGRADE}ModuleVersions`))
    expect(all.moduleVersions).toEqual(SMALL_WORLD.moduleVersions)
    const one = goodValue(`${UPGRADE}ModuleVersions`, named('staking'))
    expect(QueryModuleVersionsResponse.decode(one).moduleVersions).toEqual([
      { name: 'staking', version: 5n },
    ])
    expect(refusalText(ask(`${UPGRADE}ModuleVersions`, named('market')))).toBe(
      'sdk 6: x/upgrade: QueryModuleVersions module market not found: module version not found: unknown request',
    )
  })

  it('names the governance account as its authority, and keeps no consensus state', () => {
    const { address } = QueryAuthorityResponse.decode(goodValue(`${UPGRADE}Authority`))
    expect(address).toBe('akash10d07y265gmmuvt4z0w9aw880jnsr700jhe7z0f')
    expect(goodValue(`${UPGRADE}UpgradedConsensusState`)).toEqual(new Uint8Array())
  })
})

describe('money', () => {
  it('lists the supply by denomination, counted', () => {
    const { supply, pagination } = QueryTotalSupplyResponse.decode(goodValue(`${BANK}TotalSupply`))
    expect(supply.map(({ denom }) => denom)).toEqual(['ibc/AB', 'uakt'])
    expect(pagination?.total).toBe(2n)
  })

  it('tells the supply of one denomination: none of what was never made', () => {
    const amountOf = (denom: string) =>
      QuerySupplyOfResponse.decode(goodValue(`${BANK}SupplyOf`, named(denom))).amount
    expect(amountOf('uakt')).toEqual({ denom: 'uakt', amount: '300' })
    expect(amountOf('uact')).toEqual({ denom: 'uact', amount: '0' })
    expect(refusalText(ask(`${BANK}SupplyOf`, named('0x')))).toBe(
      'sdk 18: rpc error: code = InvalidArgument desc = invalid denom: 0x: invalid request',
    )
  })

  it('scales the community pool by 10^18, as its coins are decimals', () => {
    const pool = goodValue('/cosmos.distribution.v1beta1.Query/CommunityPool')
    expect(QueryCommunityPoolResponse.decode(pool).pool).toEqual([
      { denom: 'uakt', amount: '12000000000000000000' },
    ])
  })

  it('tells inflation as a scaled decimal', () => {
    const inflation = goodValue('/cosmos.mint.v1beta1.Query/Inflation')
    expect(lastText(readFields(inflation), 1)).toBe('130000000000000000')
  })
})

describe('a query nobody answers', () => {
  it.each([
    '/cosmos.staking.v1beta1.Query/Redelegations',
    '/cosmos.gov.v1beta1.Query/Proposals',
    '/cosmos.bank.v1beta1.Query/Balance',
    '/akash.market.v1beta5.Query/Leases',
    'cosmos.gov.v1.Query/Proposals',
    '/',
    '/custom/gov/proposals',
  ])('is an unknown path: %s', (path) => {
    expect(refusalText(ask(path))).toBe('sdk 6: unknown query path: unknown request')
  })
})

describe('/app and /p2p', () => {
  it('are answered beside the modules', () => {
    expect(decodeUtf8(ask('/app/version').value ?? new Uint8Array())).toBe('v2.1.0')
    expect(refusalText(ask('/p2p'))).toMatch(/^sdk 6: path should be p2p filter/)
  })
})
