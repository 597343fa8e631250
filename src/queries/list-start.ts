import { abciRequest } from '../chain/abci.ts'
import type { ProposalPageRequest } from '../chain/gov.ts'
import { proposalPageRequest } from '../chain/gov-pages.ts'
import { GOV_PATH } from '../chain/gov-paths.ts'
import { headerRequest } from '../chain/node.ts'

/** Rows of the first answer: more than a screen shows, few enough to arrive fast on a phone. */
const FIRST_PAGE_SIZE = 24n
/** Rows a page of the rest; proposals run to several kB each, and a node must answer within 11 s. */
export const REST_PAGE_SIZE = 100n

/** The page the list starts with; `keptFrom` is the lowest id that an earlier visit left in doubt. */
export function firstPage(height: bigint, keptFrom: bigint | undefined): ProposalPageRequest {
  return keptFrom === undefined
    ? { height, limit: FIRST_PAGE_SIZE, isReverse: true, fromId: undefined }
    : { height, limit: REST_PAGE_SIZE, isReverse: false, fromId: keptFrom }
}

/** The second round trip of a first visit, call by call in the order `readProposalList` makes them: one batch. */
export function listStartRequests(height: bigint) {
  return [
    proposalPageRequest(firstPage(height, undefined)),
    abciRequest({ path: GOV_PATH.params, height }),
    abciRequest({ path: GOV_PATH.pool, height }),
    headerRequest(height),
  ]
}
