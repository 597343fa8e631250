import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { RECORDINGS } from './recorded-proposals.ts'

const counts = z.record(z.string(), z.number())
const coins = z.array(z.object({ denom: z.string(), amount: z.string() }))

const MarketTruth = z.object({
  height: z.number(),
  lease_reasons: z.record(z.string(), counts),
  leases_by_state: counts,
  leases_by_state_and_denom: z.record(z.string(), counts),
  price_per_block_sum: z.object({
    active: z.record(z.string(), z.string()),
    reclaiming: z.record(z.string(), z.string()),
  }),
  gpu_leases_active_incl_reclaiming: z.object({
    leases: z.number(),
    gpus: z.number(),
    by_model: counts,
    cpu_milli: z.number(),
  }),
  providers: z.number(),
  providers_with_active_lease: z.number(),
  deployments_active: z.number(),
  orders: counts,
  oracle_akt: z.object({
    aggregated_price: z.object({
      twap: z.string(),
      median_price: z.string(),
      min_price: z.string(),
      max_price: z.string(),
      num_sources: z.number(),
      deviation_bps: z.string(),
    }),
    price_health: z.object({ is_healthy: z.boolean() }),
  }),
  bme_status: z.object({
    status: z.string(),
    collateral_ratio: z.string(),
    warn_threshold: z.string(),
    halt_threshold: z.string(),
    mints_allowed: z.boolean(),
    refunds_allowed: z.boolean(),
  }),
  bme_vault: z.object({
    vault_state: z.object({
      balances: coins,
      total_burned: coins,
      total_minted: coins,
      remint_credits: coins,
    }),
  }),
  supply_uact: z.object({ amount: z.object({ denom: z.string(), amount: z.string() }) }),
})

/** What is true of scene `market`, computed by another route than the node's RPC (recordings/README.md). */
export function readMarketTruth(): z.infer<typeof MarketTruth> {
  const text = readFileSync(join(RECORDINGS, 'truth.json'), 'utf8')
  return z.object({ steady: MarketTruth }).parse(JSON.parse(text)).steady
}
