import * as z from 'zod/mini'

/** A whole number of base units. */
export const amount = z.string().check(z.regex(/^-?\d+$/))
/** RFC 3339 in UTC. */
export const time = z.nullable(
  z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)),
)
/** Of a block. */
export const height = z.number().check(z.int(), z.nonnegative())

/** Of a proposal, as x/gov names them. */
export const status = z.enum([
  'PROPOSAL_STATUS_UNSPECIFIED',
  'PROPOSAL_STATUS_DEPOSIT_PERIOD',
  'PROPOSAL_STATUS_VOTING_PERIOD',
  'PROPOSAL_STATUS_PASSED',
  'PROPOSAL_STATUS_REJECTED',
  'PROPOSAL_STATUS_FAILED',
])
