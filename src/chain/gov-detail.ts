import { BinaryReader } from '@bufbuild/protobuf/wire'
import type { Deposit } from '../domain/proposal.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAbci } from './abci.ts'
import { type Answered, fetchDecoded, UndecodableError } from './gov.ts'
import { GOV_PATH } from './gov-paths.ts'
import { decodeProposal, type ReadProposal } from './gov-proposal.ts'
import {
  QueryDepositsRequest,
  QueryDepositsResponse,
  QueryProposalRequest,
} from './proto/generated/cosmos/gov/v1/query.ts'
import { QueryParamsResponse } from './proto/generated/cosmos/staking/v1beta1/query.ts'
import { toCoins } from './proto-values.ts'

/**
 * One proposal as the node's gov module gives it.
 * @throws {AbciQueryError} with refusal `not-found` when the chain has none of that id
 */
export async function fetchProposal(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<ReadProposal>> {
  const data = QueryProposalRequest.encode({ proposalId: id }).finish()
  const answer = await fetchAbci(transport, { path: GOV_PATH.proposal, data, height }, options)
  const bytes = firstField(answer.value)
  if (bytes === undefined) throw new UndecodableError(GOV_PATH.proposal, answer.endpoint)
  return {
    value: { row: decodeProposal(bytes, id), bytes },
    endpoint: answer.endpoint,
    height: answer.height,
  }
}

function firstField(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const reader = new BinaryReader(bytes)
    const [field] = reader.tag()
    return field === 1 ? reader.bytes() : undefined
  } catch {
    return undefined
  }
}

/** The deposits of a proposal (the first hundred, which is the node's page); none once the vote has ended. */
export async function fetchDeposits(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly Deposit[]>> {
  const data = QueryDepositsRequest.encode({ proposalId: id, pagination: undefined }).finish()
  return fetchDecoded(transport, { path: GOV_PATH.deposits, data, height }, options, (bytes) =>
    QueryDepositsResponse.decode(bytes).deposits.map(({ depositor, amount }) => ({
      depositor,
      coins: toCoins(amount),
    })),
  )
}

/** Denomination stake is bonded in, which voting power is counted in (staking `Params.bond_denom`). */
export async function fetchBondDenom(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<string>> {
  return fetchDecoded(transport, { path: GOV_PATH.stakingParams, height }, options, (bytes) => {
    const denom = QueryParamsResponse.decode(bytes).params?.bondDenom
    return denom === '' ? undefined : denom
  })
}
