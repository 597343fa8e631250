import type { DecAmount, OrderId } from '../../domain/market/lease.ts'
import type { Deployment, EscrowAccount } from '../../domain/market/market.ts'
import { readAmount, readOrderId, required } from './record-parts.ts'
import { toDeploymentState, toEscrowState } from './wire-enums.ts'
import { WireReader } from './wire-reader.ts'

/**
 * akash.deployment.v1beta4 `QueryDeploymentResponse`, without its groups: a deployment with its escrow account.
 * @throws {WireError|MarketRecordError}
 */
export function decodeDeployment(bytes: Uint8Array): Deployment {
  const wire = new WireReader(bytes)
  let deployment: Deployment | undefined
  let escrow: EscrowAccount | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) deployment = wire.message(readDeployment)
    else if (field === 3) escrow = wire.message(readAccount)
    else wire.skip()
  }
  const { owner, dseq, state, createdAt } = required('a deployment', deployment)
  return { owner, dseq, state, createdAt, escrow }
}

/** akash.deployment.v1 `Deployment` */
function readDeployment(wire: WireReader): Deployment {
  // A deployment's id is the beginning of an order's.
  let id: OrderId | undefined
  let state = 0
  let createdAt = 0n
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) id = wire.message(readOrderId)
    else if (field === 2) state = wire.int32()
    else if (field === 4) createdAt = wire.int64()
    else wire.skip()
  }
  const { owner, dseq } = required('an id', id)
  return {
    owner,
    dseq,
    state: toDeploymentState(state),
    createdAt,
    escrow: undefined,
  }
}

/** akash.escrow.types.v1 `Account`, whose id is the deployment's */
function readAccount(wire: WireReader): EscrowAccount | undefined {
  let account: EscrowAccount | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 2) account = wire.message(readAccountState)
    else wire.skip()
  }
  return account
}

/** akash.escrow.types.v1 `AccountState`, without who deposited */
function readAccountState(wire: WireReader): EscrowAccount {
  let state = 0
  let settledAt = 0n
  const transferred: DecAmount[] = []
  const funds: DecAmount[] = []
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 2) state = wire.int32()
    else if (field === 3) transferred.push(wire.message(readAmount))
    else if (field === 4) settledAt = wire.int64()
    else if (field === 5) funds.push(wire.message(readAmount))
    else wire.skip()
  }
  return {
    state: toEscrowState(state),
    settledAt,
    // Copies take no more room than they need; an array that grew has room for seventeen.
    funds: funds.slice(),
    transferred: transferred.slice(),
  }
}
