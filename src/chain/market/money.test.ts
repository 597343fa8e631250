import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { describe, expect, it } from 'vitest'
import { abciRefusal, abciValue, createFakeTransport } from '../../../test/fake-transport.ts'
import { AbciQueryError } from '../abci.ts'
import { UndecodableError } from '../gov.ts'
import { QueryStatusResponse } from '../proto/generated/akash/bme/v1/query.ts'
import { AggregatedPrice, PriceHealth } from '../proto/generated/akash/oracle/v2/prices.ts'
import { QueryAggregatedPriceResponse } from '../proto/generated/akash/oracle/v2/query.ts'
import { fetchActSupply, fetchBmeStatus, fetchBmeVault, fetchOraclePrice } from './money.ts'

const HEIGHT = 100n
const NOTHING = new Uint8Array()
const DEC = '453095625780736961'
const PRICE = {
  ...AggregatedPrice.decode(NOTHING),
  denom: 'akt',
  twap: DEC,
  medianPrice: DEC,
  minPrice: DEC,
  maxPrice: DEC,
  numSources: 1,
}

const answering = (bytes: Uint8Array) => createFakeTransport(() => abciValue(bytes))

function readOracle(aggregatedPrice: typeof PRICE | undefined, priceHealth?: PriceHealth) {
  const answer = QueryAggregatedPriceResponse.encode({ aggregatedPrice, priceHealth }).finish()
  return fetchOraclePrice(answering(answer), HEIGHT)
}

/** Field 1 is the status, also one that has no name. */
function readStatus(status: number, ratio = DEC) {
  const named = {
    ...QueryStatusResponse.decode(new BinaryWriter().uint32(8).int32(status).finish()),
    collateralRatio: ratio,
    warnThreshold: DEC,
    haltThreshold: DEC,
  }
  return fetchBmeStatus(answering(QueryStatusResponse.encode(named).finish()), HEIGHT)
}

describe('fetchOraclePrice', () => {
  it('tells an unhealthy price with its reasons: whoever counts with it must say so', async () => {
    const failureReason = ['too few sources', 'deviation above the limit']
    const health = { ...PriceHealth.decode(NOTHING), isHealthy: false, failureReason }
    const { value } = await readOracle(PRICE, health)
    expect(value).toMatchObject({ isHealthy: false, failureReasons: failureReason, sources: 1 })
    expect(value.twap).toBe(453_095_625_780_736_961n)
  })

  it('takes a price without any health for unhealthy, and one without a time for undated', async () => {
    const { value } = await readOracle(PRICE)
    expect(value).toMatchObject({ isHealthy: false, time: undefined })
    expect(value.failureReasons).toEqual(['The oracle sent no health.'])
  })

  it.each([
    ['there is none', undefined],
    ['it is no number', { ...PRICE, twap: '0.45' }],
    ['a part of it is missing', { ...PRICE, minPrice: '' }],
  ])('is an error where %s: a price of zero would be a figure', async (_, price) => {
    await expect(readOracle(price)).rejects.toThrow(UndecodableError)
  })

  it('is an error where the oracle knows no such price', async () => {
    const transport = createFakeTransport(() => abciRefusal(18, 'collections: not found'))
    const error = await fetchOraclePrice(transport, HEIGHT).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AbciQueryError)
    expect(error).toMatchObject({ refusal: 'not-found' })
  })
})

describe('fetchBmeStatus', () => {
  it.each([
    [1, 'mint_status_healthy'],
    [2, 'mint_status_warning'],
    [3, 'mint_status_halt_cr'],
    [4, 'mint_status_halt_oracle'],
    [0, 'mint_status_unspecified'],
    [9, 'unknown 9'],
  ])('names status %i %s', async (wire, name) => {
    expect((await readStatus(wire)).value).toMatchObject({ status: name, mintsAllowed: false })
  })

  it('is an error where a ratio is no number', async () => {
    await expect(readStatus(1, 'NaN')).rejects.toThrow(UndecodableError)
  })
})

describe('an empty answer', () => {
  it.each([
    ['the vault', fetchBmeVault],
    ['the supply', fetchActSupply],
  ])('is not a zero for %s', async (_, fetch) => {
    await expect(fetch(answering(NOTHING), HEIGHT)).rejects.toThrow(UndecodableError)
  })
})
