import type { Arguments } from '../server/backend.ts'
import { integerArgument } from '../server/backend.ts'

/** A page of a CometBFT list, counted from 1. */
export interface PageArguments {
  readonly page: number
  readonly perPage: number
}

const DEFAULT_PER_PAGE = 30
const MAX_PER_PAGE = 100

/**
 * `page` and `per_page` of validators, tx_search and block_search: 30 to a page, at most 100, silently.
 * @returns a refusal in the node's words when there is no such page (steady/024, 196)
 */
export function checkPage(args: Arguments, total: number): PageArguments | { refusal: string } {
  const asked = integerArgument(args, 'per_page')
  const perPage =
    asked === undefined || asked < 1n
      ? DEFAULT_PER_PAGE
      : Number(asked > BigInt(MAX_PER_PAGE) ? BigInt(MAX_PER_PAGE) : asked)
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = integerArgument(args, 'page') ?? 1n
  if (page < 1n || page > BigInt(pages)) {
    return { refusal: `page should be within [1, ${pages}] range, given ${page}` }
  }
  return { page: Number(page), perPage }
}
