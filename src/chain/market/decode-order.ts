import type { DecAmount, Order, OrderId } from '../../domain/market/lease.ts'
import type { LeasedResources, ResourceUnit } from '../../domain/market/resources.ts'
import { NO_RESOURCES, readResourcesField, toUnit, type UnitResources } from './decode-resources.ts'
import { readAmount, readOrderId, required } from './record-parts.ts'
import { toOrderState } from './wire-enums.ts'
import { WireReader } from './wire-reader.ts'

interface PricedUnit {
  readonly unit: ResourceUnit
  /** Of one, at most, per block. */
  readonly price: DecAmount | undefined
}

/** akash.market.v1beta5 `Order`. @throws {WireError|MarketRecordError|RangeError} */
export function decodeOrder(bytes: Uint8Array): Order {
  const wire = new WireReader(bytes)
  let id: OrderId | undefined
  let state = 0
  let units: readonly PricedUnit[] = []
  let createdAt = 0n
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) id = wire.message(readOrderId)
    else if (field === 2) state = wire.int32()
    else if (field === 3) units = wire.message(readSpec)
    else if (field === 4) createdAt = wire.int64()
    else wire.skip()
  }
  return {
    id: required('an id', id),
    state: toOrderState(state),
    createdAt,
    resources:
      units.length === 0 ? NOT_KNOWN : { from: 'order', units: units.map(({ unit }) => unit) },
    maxPrice: sumOfPrices(units),
  }
}

const NOT_KNOWN: LeasedResources = { from: 'not-known', units: [] }

/** akash.deployment.v1beta4 `GroupSpec`, without its name and what it requires of a provider */
function readSpec(wire: WireReader): readonly PricedUnit[] {
  const units: PricedUnit[] = []
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 3) units.push(wire.message(readUnit))
    else wire.skip()
  }
  return units
}

/** akash.deployment.v1beta4 `ResourceUnit` */
function readUnit(wire: WireReader): PricedUnit {
  let resources: UnitResources = NO_RESOURCES
  let count = 0
  let price: DecAmount | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) resources = readResourcesField(wire)
    else if (field === 2) count = wire.uint32()
    else if (field === 3) price = wire.message(readAmount)
    else wire.skip()
  }
  return { unit: toUnit(resources, count), price }
}

/** What the whole order may cost a block at most; undefined where its units are priced in several denominations. */
function sumOfPrices(units: readonly PricedUnit[]): DecAmount | undefined {
  let sum: DecAmount | undefined
  for (const { unit, price } of units) {
    if (price === undefined) return undefined
    const { denom, amount } = price
    if (sum !== undefined && sum.denom !== denom) return undefined
    sum = { denom, amount: (sum?.amount ?? 0n) + amount * BigInt(unit.count) }
  }
  return sum
}
