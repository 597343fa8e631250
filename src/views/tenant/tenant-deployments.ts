import type { Lease, ResourcedLease } from '../../domain/market/lease.ts'
import type { Deployment } from '../../domain/market/market.ts'
import {
  type AccountIndex,
  accountOf,
  type DrainedAccount,
  indexAccounts,
} from '../../domain/market/metrics/accounts.ts'
import { type Runway, runwayOf } from '../../domain/market/metrics/runway.ts'

/** An active deployment of a tenant with what runs in it and how long its funds last. */
export interface DeploymentRow {
  readonly deployment: Deployment
  readonly leases: readonly Lease[]
  readonly account: DrainedAccount | undefined
  readonly runway: Runway
}

export interface TenantDeployments {
  readonly rows: readonly DeploymentRow[]
  readonly accounts: AccountIndex
}

/** What one tenant has deployed: the first to run out comes first, then the newest. */
export function computeTenantDeployments(
  owner: string,
  deployments: readonly Deployment[],
  running: readonly ResourcedLease[],
  height: bigint,
): TenantDeployments {
  const own = deployments.filter((deployment) => deployment.owner === owner)
  const leases = running.filter(({ id }) => id.owner === owner)
  const accounts = indexAccounts(leases, own, height)
  const rows = own.map((deployment): DeploymentRow => {
    const account = accountOf(accounts, deployment)
    return {
      deployment,
      leases: leases.filter(({ id }) => id.dseq === deployment.dseq),
      account,
      runway: runwayOf(account),
    }
  })
  return { rows: rows.toSorted(compareRows), accounts }
}

function compareRows(a: DeploymentRow, b: DeploymentRow): number {
  const [one, other] = [blocksLeft(a), blocksLeft(b)]
  if (one !== other) {
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1
    return one < other ? -1 : 1
  }
  return Number(b.deployment.createdAt - a.deployment.createdAt)
}

function blocksLeft({ runway }: DeploymentRow): bigint | undefined {
  return runway.kind === 'blocks' ? runway.blocks : undefined
}
