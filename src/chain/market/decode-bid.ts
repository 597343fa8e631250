import type { Bid, DecAmount, LeaseId } from '../../domain/market/lease.ts'
import type { LeasedResources, ResourceUnit } from '../../domain/market/resources.ts'
import { NO_RESOURCES, readResourcesField, toUnit, type UnitResources } from './decode-resources.ts'
import { readAmount, readLeaseId, required } from './record-parts.ts'
import { toBidState } from './wire-enums.ts'
import { WireReader } from './wire-reader.ts'

/** akash.market.v1beta5 `QueryBidResponse`, without its escrow account. @throws {WireError|MarketRecordError|RangeError} */
export function decodeBid(bytes: Uint8Array): Bid {
  const wire = new WireReader(bytes)
  let bid: Bid | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) bid = wire.message(readBid)
    else wire.skip()
  }
  return required('a bid', bid)
}

/** akash.market.v1beta5 `Bid` */
function readBid(wire: WireReader): Bid {
  let id: LeaseId | undefined
  let state = 0
  let price: DecAmount | undefined
  let createdAt = 0n
  const units: ResourceUnit[] = []
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) id = wire.message(readLeaseId)
    else if (field === 2) state = wire.int32()
    else if (field === 3) price = wire.message(readAmount)
    else if (field === 4) createdAt = wire.int64()
    else if (field === 5) units.push(wire.message(readOffer))
    else wire.skip()
  }
  return {
    id: required('an id', id),
    state: toBidState(state),
    price: required('a price', price),
    createdAt,
    // A copy takes no more room than it needs; an array that grew has room for seventeen.
    resources: units.length === 0 ? NOT_KNOWN : { from: 'bid', units: units.slice() },
  }
}

const NOT_KNOWN: LeasedResources = { from: 'not-known', units: [] }

/** akash.market.v1beta5 `ResourceOffer`, without its prices */
function readOffer(wire: WireReader): ResourceUnit {
  let resources: UnitResources = NO_RESOURCES
  let count = 0
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) resources = readResourcesField(wire)
    else if (field === 2) count = wire.uint32()
    else wire.skip()
  }
  return toUnit(resources, count)
}
