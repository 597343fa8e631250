import type { Lease } from '../../lease.ts'
import type { MarketGround, MarketMetrics } from '../market-metrics.ts'
import { binSlowly, distributeSlowly } from './slow-distribution.ts'
import { distinct, sum, windowOf } from './slow-loops.ts'

const ONE = 10n ** 18n
const DAY = 86_400_000

/** The account of a deployment in one denomination, added up anew each time. */
function accountSlowly(
  { height, deployments }: MarketGround,
  all: readonly Lease[],
  of: { readonly owner: string; readonly dseq: bigint },
) {
  const found = deployments?.find(({ owner, dseq }) => owner === of.owner && dseq === of.dseq)
  if (found?.escrow === undefined) return undefined
  const { settledAt, funds } = found.escrow
  const blocks = settledAt < height ? height - settledAt : 0n
  const open = all.flatMap(({ id, payment }) =>
    id.owner === of.owner && id.dseq === of.dseq && payment?.state === 'open' ? [payment] : [],
  )
  return {
    blocks,
    denoms: distinct(open.map(({ rate }) => rate.denom)),
    funds: (denom: string) =>
      sum(funds.filter((each) => each.denom === denom).map((each) => each.amount)),
    rate: (denom: string) =>
      sum(open.filter(({ rate }) => rate.denom === denom).map(({ rate }) => rate.amount)),
    unsettled: (denom: string) =>
      sum(
        open
          .filter(({ unsettled }) => unsettled.denom === denom)
          .map(({ unsettled }) => unsettled.amount),
      ),
  }
}

function isSpent(account: NonNullable<ReturnType<typeof accountSlowly>>): boolean {
  return account.denoms.some(
    (denom) =>
      account.rate(denom) !== 0n && account.funds(denom) <= account.rate(denom) * account.blocks,
  )
}

export function activeSlowly(ground: MarketGround, all: readonly Lease[]): MarketMetrics['active'] {
  let out = 0
  let notKnown = 0
  for (const { id, payment } of ground.running) {
    const account = accountSlowly(ground, all, id)
    if (account === undefined || payment === undefined) notKnown++
    else if (isSpent(account)) out++
  }
  return {
    active: ground.running.length,
    reclaiming: ground.running.filter(({ state }) => state === 'reclaiming').length,
    funds: ground.deployments === undefined ? undefined : { out, notKnown },
  }
}

export function spendSlowly(
  leases: readonly Lease[],
  ground: MarketGround,
  all: readonly Lease[],
): MarketMetrics['runningSpend'] {
  const rows: { denom: string; part: 'settled' | 'accrued' | 'unpaid'; amount: bigint }[] = []
  let accrualNotKnown = 0
  for (const { id, payment } of leases) {
    if (payment === undefined) continue
    const { state, withdrawn, balance, unsettled, rate } = payment
    rows.push({ denom: withdrawn.denom, part: 'settled', amount: withdrawn.amount * ONE })
    rows.push({ denom: balance.denom, part: 'settled', amount: balance.amount })
    if (state !== 'open') {
      rows.push({ denom: unsettled.denom, part: 'unpaid', amount: unsettled.amount })
      continue
    }
    const account = accountSlowly(ground, all, id)
    if (account === undefined) {
      accrualNotKnown++
      continue
    }
    for (const denom of distinct([rate.denom, unsettled.denom])) {
      const due =
        (denom === rate.denom ? rate.amount * account.blocks : 0n) +
        (denom === unsettled.denom ? unsettled.amount : 0n)
      const dueOfAll = account.rate(denom) * account.blocks + account.unsettled(denom)
      const funds = account.funds(denom)
      const amount = dueOfAll <= funds ? due : funds < 0n ? 0n : (due * funds) / dueOfAll
      rows.push({ denom, part: 'accrued', amount })
    }
  }
  const of = (denom: string, part: string) =>
    sum(rows.filter((row) => row.denom === denom && row.part === part).map((row) => row.amount))
  return {
    byDenom: distinct(rows.map(({ denom }) => denom))
      .toSorted()
      .map((denom) => ({
        denom,
        settled: of(denom, 'settled'),
        accrued: of(denom, 'accrued'),
        lifetime: of(denom, 'settled') + of(denom, 'accrued'),
        unpaid: of(denom, 'unpaid'),
      })),
    withoutPayment: leases.filter(({ payment }) => payment === undefined).length,
    accrualNotKnown,
  }
}

export function runwaysSlowly(
  ground: MarketGround,
  all: readonly Lease[],
): MarketMetrics['runways'] {
  const { deployments, blockTime } = ground
  if (deployments === undefined) return undefined
  const window = windowOf(blockTime)
  const blocks: bigint[] = []
  const unspent: bigint[] = []
  let noCharge = 0
  for (const deployment of deployments) {
    const account = accountSlowly(ground, all, deployment)
    if (account === undefined) continue
    const lengths = account.denoms
      .filter((denom) => account.rate(denom) > 0n)
      .map((denom) => {
        const left = account.funds(denom) - account.rate(denom) * account.blocks
        return left > 0n ? left / account.rate(denom) : 0n
      })
    if (lengths.length === 0) noCharge++
    else {
      const least = lengths.reduce((one, other) => (other < one ? other : one))
      blocks.push(least)
      if (!isSpent(account)) unspent.push(least)
    }
  }
  return {
    blocks: distributeSlowly(blocks),
    bins:
      window &&
      binSlowly(
        unspent.map((left) => Number((left * window.ms) / window.blocks)),
        [0, DAY, 7 * DAY, 30 * DAY, 90 * DAY],
      ),
    out: blocks.length - unspent.length,
    noCharge,
    notKnown: deployments.filter(({ escrow }) => escrow === undefined).length,
  }
}
