import { describe, expect, it } from 'vitest'
import { Deployment_State } from '../proto/generated/akash/deployment/v1/deployment.ts'
import { State } from '../proto/generated/akash/escrow/types/v1/state.ts'
import { Lease_State } from '../proto/generated/akash/market/v1/lease.ts'
import { LeaseClosedReason } from '../proto/generated/akash/market/v1/types.ts'
import { Bid_State } from '../proto/generated/akash/market/v1beta5/bid.ts'
import { Order_State } from '../proto/generated/akash/market/v1beta5/order.ts'
import {
  toBidState,
  toClosedReason,
  toDeploymentState,
  toEscrowState,
  toLeaseState,
  toOrderState,
} from './wire-enums.ts'

/** States begin at 1: nothing is ever in `invalid`. Reasons begin at 0, for most leases have none. */
const WITHOUT_NAME: ReadonlySet<string> = new Set(['invalid', 'UNRECOGNIZED'])

describe.each([
  ['states of leases', Lease_State, toLeaseState],
  ['states of bids', Bid_State, toBidState],
  ['states of orders', Order_State, toOrderState],
  ['states of deployments', Deployment_State, toDeploymentState],
  ['states of escrow', State, toEscrowState],
  ['reasons', LeaseClosedReason, toClosedReason],
] as const)('%s', (_, numbers, nameOf: (wire: number) => string) => {
  const named = Object.entries(numbers).filter(([name]) => !WITHOUT_NAME.has(name))

  it('have the names that the module gives them', () => {
    expect(named.map(([, number]) => nameOf(number))).toEqual(named.map(([name]) => name))
  })

  it('keep a number that has no name', () => {
    expect([-1, 77].map(nameOf)).toEqual(['unknown -1', 'unknown 77'])
  })
})
