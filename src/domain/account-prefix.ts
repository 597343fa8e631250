/** What account addresses begin with on every network of `src/data`. */
export const ACCOUNT_PREFIX = 'akash'
