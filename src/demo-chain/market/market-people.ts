import { formatAccount } from '../chain/world/accounts.ts'
import { createRandom } from '../chain/world/random.ts'
import type { Draw } from './draws.ts'
import { GPU_CATALOGUE } from './gpu-catalogue.ts'

/** Somebody of the market. Numbered by address, for that is the order of every list. */
export interface Actor {
  readonly address: string
  /** Bytes of the address. */
  readonly bytes: Uint8Array
  /** 0 is the most sought-after. */
  readonly rank: number
}

export interface MarketPeople {
  /** Ascending by address. */
  readonly tenants: readonly Actor[]
  readonly providers: readonly Actor[]
  /** Numbers of tenants and providers, the most sought-after first. */
  readonly tenantsByRank: readonly number[]
  /** Providers who bid on work without GPUs; one of all bids on nothing. */
  readonly cpuBidders: readonly number[]
  /** By the place of a GPU in the catalogue. */
  readonly gpuBidders: readonly (readonly number[])[]
  readonly auditors: readonly Actor[]
}

const TENANTS = 420
const PROVIDERS = 60
const AUDITORS = 2
/** Most providers have some models of GPU; the others have none. */
const MODEL_CHANCE = 0.28
const WITHOUT_GPU = 5
/** Things by which GPUs are given out, beyond the numbers of deployments. */
const MODELS_FROM = 2_000_000_000

export function createPeople(chainId: string, draw: Draw): MarketPeople {
  const tenants = actorsOf(`${chainId} tenant`, TENANTS)
  const providers = actorsOf(`${chainId} provider`, PROVIDERS)
  const byRank = numbersByRank(providers)
  const cpuBidders = byRank.slice(0, -1)
  const gpuBidders = GPU_CATALOGUE.map((_, model) =>
    cpuBidders.filter((_, rank) => {
      // Whatever chance says, every model has two who offer it.
      if (rank === model || rank === model + GPU_CATALOGUE.length) return true
      const hasGpus = rank % WITHOUT_GPU !== WITHOUT_GPU - 1
      return hasGpus && draw(MODELS_FROM + rank, model) < MODEL_CHANCE
    }),
  )
  return {
    tenants,
    providers,
    tenantsByRank: numbersByRank(tenants),
    cpuBidders,
    gpuBidders,
    auditors: actorsOf(`${chainId} auditor`, AUDITORS),
  }
}

function actorsOf(name: string, count: number): readonly Actor[] {
  const actors = Array.from({ length: count }, (_, rank) => {
    const bytes = createRandom(`${name} ${rank}`).bytes(20)
    return { address: formatAccount(bytes), bytes, rank }
  })
  return actors.sort((a, b) => (a.address < b.address ? -1 : 1))
}

function numbersByRank(actors: readonly Actor[]): readonly number[] {
  const numbers: number[] = []
  for (const [number, { rank }] of actors.entries()) numbers[rank] = number
  return numbers
}
