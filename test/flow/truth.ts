import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { RECORDINGS } from './recorded-proposals.ts'

const Coins = z.array(z.object({ denom: z.string(), amount: z.string() }))

const SceneTruth = z.object({
  height: z.number(),
  params: z.object({
    min_deposit: Coins,
    max_deposit_period: z.string(),
    voting_period: z.string(),
    quorum: z.string(),
    threshold: z.string(),
    veto_threshold: z.string(),
    min_initial_deposit_ratio: z.string(),
    proposal_cancel_ratio: z.string(),
    proposal_cancel_dest: z.string(),
    expedited_voting_period: z.string(),
    expedited_threshold: z.string(),
    expedited_min_deposit: Coins,
    burn_vote_quorum: z.boolean(),
    burn_proposal_deposit_prevote: z.boolean(),
    burn_vote_veto: z.boolean(),
    min_deposit_ratio: z.string(),
  }),
  bonded_tokens: z.string(),
  proposal_count: z.number(),
  proposals_by_status: z.record(z.string(), z.number()),
  proposal_ids: z.array(z.number()),
  voting: z.array(
    z.object({
      id: z.number(),
      converted_from_expedited: z.boolean(),
      voting_end_time: z.string(),
      tally: z.object({
        yes_count: z.string(),
        abstain_count: z.string(),
        no_count: z.string(),
        no_with_veto_count: z.string(),
      }),
    }),
  ),
})

export type SceneTruth = z.infer<typeof SceneTruth>

/** What is true of a scene, computed by another route than the node's RPC (recordings/README.md). */
export function readTruth(): {
  readonly chainId: string
  readonly steady: SceneTruth
  readonly resumed: SceneTruth
} {
  const shape = z.object({ chain_id: z.string(), steady: SceneTruth, resumed: SceneTruth })
  const text = readFileSync(join(RECORDINGS, 'truth.json'), 'utf8')
  const { chain_id: chainId, steady, resumed } = shape.parse(JSON.parse(text))
  return { chainId, steady, resumed }
}
