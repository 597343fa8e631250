import * as z from 'zod/mini'

/**
 * The JSON of the commands about the marketplace, checked before it is printed. Amounts are in base units: of 18 digits
 * behind the point where the chain counts so, else whole; null means "not read" unless a field says otherwise.
 */

const whole = z.string().check(z.regex(/^-?\d+$/))
const decimal = z.string().check(z.regex(/^-?\d+\.\d{18}$/))
const count = z.number().check(z.int(), z.nonnegative())
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/))
/** Text where a number would not hold it. */
const height = z.union([count, whole])
const decAmount = z.strictObject({ denom: z.string(), amount: decimal })
const coin = z.strictObject({ denom: z.string(), amount: whole })
/** As the modules spell it, or `unknown 7`. */
const name = z.string()
const counts = z.record(z.string(), count)
const countsRead = z.record(z.string(), z.nullable(count))

/** `market` */
export const MarketShape = z.strictObject({
  /** Active and reclaiming: both run and pay. */
  activeLeases: count,
  /** Of these, the ones whose provider has given notice. */
  reclaimingLeases: count,
  /** Active leases whose deployment's funds are spent, though nobody has settled it yet. */
  outOfFundsLeases: z.nullable(count),
  /** Active leases whose account or payment is not known: not in the count before. */
  fundsNotKnownLeases: z.nullable(count),
  leasesByState: countsRead,
  /** By state and reason; `lease_closed_invalid` is none, or none that was recorded. */
  closeReasons: z.record(z.string(), z.nullable(counts)),
  /** Prices of active and reclaiming leases, summed by denomination. */
  runRatePerBlock: z.record(z.string(), decimal),
  /** What of it reclaiming leases pay. */
  reclaimingRunRatePerBlock: z.record(z.string(), decimal),
  /** By the measured time of a block. */
  runRatePerDay: z.nullable(z.record(z.string(), decimal)),
  /** Active and reclaiming leases with at least one GPU. */
  gpuLeases: z.nullable(count),
  gpus: z.nullable(count),
  gpusByModel: z.nullable(counts),
  /** GPUs of which only a choice is known; not in `gpusByModel`. */
  gpusOfAnyOf: z.nullable(counts),
  cpuMillis: z.nullable(whole),
  memoryBytes: z.nullable(whole),
  ephemeralBytes: z.nullable(whole),
  persistentBytes: z.nullable(whole),
  /** Leases by where their resources are known from: what the bid offered, or what the order asked for. */
  resourcesFrom: z.strictObject({ bid: count, order: count, notKnown: count }),
  /** On the chain's list; whether one is online is not on chain. */
  providers: z.nullable(count),
  providersWithLeases: count,
  /** Owners of active and reclaiming leases. */
  tenants: count,
  orders: countsRead,
  bids: countsRead,
  deployments: countsRead,
  /** Mean of the last hundred blocks. */
  blockTimeMs: z.nullable(z.number()),
  /** Of AKT in USD. */
  oracle: z.nullable(
    z.strictObject({
      twap: decimal,
      median: decimal,
      min: decimal,
      max: decimal,
      time: z.nullable(time),
      sources: count,
      deviationBps: z.number(),
      isHealthy: z.boolean(),
      failureReasons: z.array(z.string()),
    }),
  ),
  bme: z.nullable(
    z.strictObject({
      status: name,
      collateralRatio: decimal,
      warnThreshold: decimal,
      haltThreshold: decimal,
      mintsAllowed: z.boolean(),
      refundsAllowed: z.boolean(),
      balances: z.array(coin),
      totalBurned: z.array(coin),
      totalMinted: z.array(coin),
      remintCredits: z.array(coin),
    }),
  ),
  /** uact */
  actSupply: z.nullable(whole),
  /** Records that could not be read: in no figure. */
  skipped: z.array(z.strictObject({ list: name, name: z.string(), reason: z.string() })),
})

const resources = z.nullable(
  z.strictObject({
    /** `bid`: what the provider offered. `order`: what was asked for. */
    from: z.enum(['bid', 'order']),
    cpuMillis: whole,
    memoryBytes: whole,
    ephemeralBytes: whole,
    persistentBytes: whole,
    gpus: whole,
    gpuModels: z.array(z.string()),
  }),
)

/** A row of `leases` */
export const LeaseRowShape = z.strictObject({
  /** `owner/dseq/gseq/oseq/provider/bseq` */
  id: z.string(),
  owner: z.string(),
  dseq: whole,
  gseq: count,
  oseq: count,
  provider: z.string(),
  bseq: count,
  state: name,
  /** Per block. */
  price: decAmount,
  createdAt: height,
  /** null while it runs. */
  closedOn: z.nullable(height),
  reason: name,
  /** null: its provider has not given notice. */
  reclamation: z.nullable(
    z.strictObject({
      windowSeconds: z.number(),
      startedAt: height,
      deadline: time,
      reason: name,
    }),
  ),
  /** null: the node sent none. */
  payment: z.nullable(
    z.strictObject({
      state: name,
      rate: decAmount,
      balance: decAmount,
      unsettled: decAmount,
      withdrawn: coin,
    }),
  ),
  /** null where it is not known, and, in `leases`, of leases that have ended. */
  resources,
})

/** `lease <id>` */
export const LeaseShape = z.extend(LeaseRowShape, {
  spend: z.nullable(
    z.strictObject({
      /** Withdrawn, and to be withdrawn. */
      settled: z.array(decAmount),
      /** Due since the last settlement, as far as the funds go. */
      accrued: z.nullable(z.array(decAmount)),
      /** Due when funds had run out, and never paid. */
      unpaid: z.array(decAmount),
    }),
  ),
  /** Blocks its deployment can still pay; null also where nothing is paid. */
  runwayBlocks: z.nullable(height),
  order: z.nullable(
    z.strictObject({
      state: name,
      createdAt: height,
      /** Per block; null where units are priced in several denominations. */
      maxPrice: z.nullable(decAmount),
      resources,
    }),
  ),
  bids: z.nullable(
    z.array(
      z.strictObject({
        provider: z.string(),
        bseq: count,
        state: name,
        price: decAmount,
        createdAt: height,
        resources,
      }),
    ),
  ),
  /** Account of its deployment. */
  escrow: z.nullable(
    z.strictObject({
      state: name,
      settledAt: height,
      funds: z.array(decAmount),
      transferred: z.array(decAmount),
    }),
  ),
})

const quantiles = z.nullable(z.strictObject({ p10: decimal, median: decimal, p90: decimal }))

/** A row of `gpus`: a model, or, with vendor and model null, a choice of which no model is known. */
export const GpuRowShape = z.strictObject({
  vendor: z.nullable(z.string()),
  model: z.nullable(z.string()),
  gpus: count,
  kinds: z.array(z.strictObject({ name: z.string(), gpus: count, leases: count })),
  /** Of a GPU, in leases that have GPUs of this model only; CPU, memory and storage are in it. */
  prices: z.array(
    z.strictObject({
      denom: z.string(),
      leases: count,
      gpus: count,
      perBlock: quantiles,
      perHour: quantiles,
    }),
  ),
})

/** A row of `providers` */
export const ProviderRowShape = z.strictObject({
  owner: z.string(),
  /** Whether it is on the chain's list. Of one that is not, all the list tells is null or empty. */
  isRegistered: z.boolean(),
  hostUri: z.nullable(z.string()),
  /** Active and reclaiming. */
  leases: count,
  reclaimingLeases: count,
  /** These three are null where the resources of one of its leases are not known. */
  gpus: z.nullable(count),
  cpuMillis: z.nullable(whole),
  memoryBytes: z.nullable(whole),
  runRatePerBlock: z.array(decAmount),
  /** Accounts that signed attributes of it. */
  auditors: z.array(z.string()),
  attributes: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  email: z.nullable(z.string()),
  website: z.nullable(z.string()),
})
