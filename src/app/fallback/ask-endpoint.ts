import { EndpointError } from '../../rpc/errors.ts'
import { readStatusFacts } from '../../rpc/health-facts.ts'
import type { Transport } from '../../rpc/transport.ts'

/**
 * Asks one endpoint whether it is up and of the chain that is expected; any chain where none is.
 * @throws {EndpointError} when it is not
 * @throws {RpcRefusalError} when it does not tell its status
 */
export async function askEndpoint(node: Transport, expected: string | undefined): Promise<void> {
  const { result, endpoint } = await node.request({ method: 'status' })
  const actual = readStatusFacts(result).chainId
  if (expected === undefined || actual === expected) return
  throw new EndpointError({ failure: { kind: 'wrong-chain', expected, actual }, endpoint })
}
