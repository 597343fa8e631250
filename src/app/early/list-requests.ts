import { abciRequest } from '../../chain/abci.ts'
import { GOV_PATH } from '../../chain/gov-paths.ts'
import type { RpcRequest } from '../../rpc/transport.ts'

/** `{limit: 24, reverse: true}` as gov's page request; written out, because an encoder would be most of the script. */
const FIRST_PAGE = '220418182801'

/** The second round trip of a list's first visit, the same as `listStartRequests` makes (a test holds them together). */
export function earlyListRequests(height: bigint): readonly RpcRequest[] {
  const page = abciRequest({ path: GOV_PATH.proposals, height })
  return [
    { ...page, params: { ...page.params, data: FIRST_PAGE } },
    abciRequest({ path: GOV_PATH.params, height }),
    abciRequest({ path: GOV_PATH.pool, height }),
    { method: 'header', params: { height: height.toString() } },
  ]
}
