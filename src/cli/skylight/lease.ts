import type { Figure } from '../../domain/figure.ts'
import type { Bid } from '../../domain/market/lease.ts'
import type { LeaseName } from '../../domain/market/lease-name.ts'
import type { Deployment } from '../../domain/market/market.ts'
import { accountOf, indexAccounts } from '../../domain/market/metrics/accounts.ts'
import { runwayOf } from '../../domain/market/metrics/runway.ts'
import { computeLeaseSpend } from '../../domain/market/metrics/spend.ts'
import type { Chain } from '../../queries/chain.ts'
import { type LeaseDetail, readLease } from '../../queries/market/read-lease.ts'
import { type Answer, EXIT, toProvenance } from './answer.ts'
import { decAmountJson, leaseJson, resourcesJson } from './lease-json.ts'
import { describeSkipped } from './leases.ts'
import { heightJson } from './upgrade-json.ts'

/** The chain has no such lease. */
export class NoSuchLeaseError extends Error {
  override readonly name = 'NoSuchLeaseError'
  readonly exitCode = EXIT.noSuchThing
}

/** `skylight lease <id>`: one lease with its order, bids, escrow account and what it cost. @throws {NoSuchLeaseError} */
export async function showLease(chain: Chain, name: LeaseName): Promise<Answer> {
  const detail = await readLease(chain, name)
  const { source, lease, skipped } = detail
  if (lease === undefined) {
    throw new NoSuchLeaseError(
      `${source.chainId} has no such lease at height ${source.height}.${skipped.map((record) => ` ${describeSkipped(record)}`).join('')}`,
    )
  }
  const data = {
    ...leaseJson(lease, detail.resources),
    ...moneyJson(detail, lease),
    order: orderJson(detail.order),
    bids: detail.bids.kind === 'known' ? detail.bids.value.map(bidJson) : null,
    escrow: escrowJson(detail.deployment),
  }
  return {
    provenance: toProvenance(source),
    data,
    header: ['field', 'value'],
    wide: ['value'],
    rows: Object.entries(data).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
    notes: [
      ...[detail.order, detail.bids, detail.deployment].flatMap((figure) =>
        figure.kind === 'failed' ? [figure.failure.sentence] : [],
      ),
      ...skipped.map(describeSkipped),
    ],
  }
}

function moneyJson(
  { source, siblings, deployment }: LeaseDetail,
  lease: LeaseDetail['siblings'][number],
) {
  const accounts =
    deployment.kind === 'known' && deployment.value !== undefined
      ? indexAccounts(siblings, [deployment.value], source.height)
      : undefined
  const spend = computeLeaseSpend(lease, accounts)
  const runway = runwayOf(accounts === undefined ? undefined : accountOf(accounts, lease.id))
  return {
    spend:
      spend.kind === 'not-known'
        ? null
        : {
            settled: spend.settled.map(decAmountJson),
            accrued: spend.accrual === 'not-known' ? null : spend.accrued.map(decAmountJson),
            unpaid: spend.unpaid.map(decAmountJson),
          },
    runwayBlocks: runway.kind === 'blocks' ? heightJson(runway.blocks) : null,
  }
}

function orderJson(order: LeaseDetail['order']) {
  if (order.kind !== 'known' || order.value === undefined) return null
  const { state, createdAt, maxPrice, resources } = order.value
  return {
    state,
    createdAt: heightJson(createdAt),
    maxPrice: maxPrice === undefined ? null : decAmountJson(maxPrice),
    resources: resources.from === 'not-known' ? null : resourcesJson(resources),
  }
}

function bidJson({ id, state, price, createdAt, resources }: Bid) {
  return {
    provider: id.provider,
    bseq: id.bseq,
    state,
    price: decAmountJson(price),
    createdAt: heightJson(createdAt),
    resources: resources.from === 'not-known' ? null : resourcesJson(resources),
  }
}

function escrowJson(deployment: Figure<Deployment | undefined>) {
  const escrow = deployment.kind === 'known' ? deployment.value?.escrow : undefined
  if (escrow === undefined) return null
  return {
    state: escrow.state,
    settledAt: heightJson(escrow.settledAt),
    funds: escrow.funds.map(decAmountJson),
    transferred: escrow.transferred.map(decAmountJson),
  }
}
