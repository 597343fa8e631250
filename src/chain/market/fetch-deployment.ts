import type { Deployment } from '../../domain/market/market.ts'
import type { RequestOptions, Transport } from '../../rpc/transport.ts'
import { AbciQueryError } from '../abci.ts'
import { type Answered, fetchDecoded } from '../gov.ts'
import { QueryDeploymentRequest } from '../proto/generated/akash/deployment/v1beta4/query.ts'
import { decodeDeployment } from './decode-deployment.ts'
import { MARKET_PATH } from './market-paths.ts'

/**
 * One deployment with its escrow account; undefined: the chain has none of that id.
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function fetchDeployment(
  transport: Transport,
  { owner, dseq }: Pick<Deployment, 'owner' | 'dseq'>,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<Deployment | undefined>> {
  const data = QueryDeploymentRequest.encode({ id: { owner, dseq } }).finish()
  const query = { path: MARKET_PATH.deployment, data, height }
  try {
    return await fetchDecoded(transport, query, options, decodeDeployment)
  } catch (error) {
    if (error instanceof AbciQueryError && error.refusal === 'not-found') {
      return { value: undefined, endpoint: error.endpoint, height }
    }
    throw error
  }
}
