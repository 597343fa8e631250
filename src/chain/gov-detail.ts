import { BinaryReader } from '@bufbuild/protobuf/wire'
import type { Deposit } from '../domain/proposal.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAllPages } from './all-pages.ts'
import { type Answered, fetchDecoded } from './gov.ts'
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
  const query = { path: GOV_PATH.proposal, data, height }
  return fetchDecoded(transport, query, options, (value) => {
    const bytes = firstField(value)
    return bytes && { row: decodeProposal(bytes, id), bytes }
  })
}

/** The bytes of field 1, where a message starts with them. */
export function firstField(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const reader = new BinaryReader(bytes)
    const [field] = reader.tag()
    return field === 1 ? reader.bytes() : undefined
  } catch {
    return undefined
  }
}

/** More depositors than any page can show are not read. */
const MOST_DEPOSIT_PAGES = 6

/**
 * The deposits of a proposal; none once the vote has ended. The node's first page has a hundred, more are followed.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchDeposits(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly Deposit[]>> {
  return fetchAllPages(
    transport,
    {
      path: GOV_PATH.deposits,
      height,
      pageSize: 1_000n,
      mostPages: MOST_DEPOSIT_PAGES,
      isFirstPlain: true,
      keyOf: ({ depositor }: Deposit) => depositor,
      encode: (pagination) => QueryDepositsRequest.encode({ proposalId: id, pagination }).finish(),
      decode: (bytes) => {
        const { deposits, pagination } = QueryDepositsResponse.decode(bytes)
        return {
          items: deposits.map(({ depositor, amount }) => ({ depositor, coins: toCoins(amount) })),
          nextKey: pagination?.nextKey,
        }
      },
    },
    options,
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
