import type { LivingQuery } from '../application/living-route.ts'

/** A question to the marketplace, which has nothing to do with the node it is put to. */
export type MarketQuestion = Pick<LivingQuery, 'request' | 'state' | 'height'>
