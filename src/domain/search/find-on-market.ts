import { formatCount } from '../format-integer.ts'
import { shortenAddress } from '../format-shortened.ts'
import { leaseKey } from '../market/lease.ts'
import type { LeaseName } from '../market/lease-name.ts'
import type { SearchGround, SearchResult, SearchTarget } from './search-results.ts'

type Market = SearchGround['market']

/** Leases of a deployment that are offered one by one; the list has them all. */
const MOST_LEASES = 5

/** The leases of a deployment by its number: those that are known, else the list of leases narrowed to it. */
export function findDeployment(
  {
    dseq,
    owner,
    isNamed,
  }: { readonly dseq: bigint; readonly owner?: string; readonly isNamed: boolean },
  market: Market,
): readonly SearchResult[] {
  const known = (market?.leases ?? []).filter(
    ({ id }) => id.dseq === dseq && (owner === undefined || id.owner === owner),
  )
  const list = onMarket(
    { kind: 'leases', dseq, owner },
    `Leases of deployment ${dseq}`,
    known.length > 0
      ? `${market?.isWhole === true ? '' : 'At least '}${formatCount(known.length, 'running lease')}; the list can look among those that ended too`
      : market?.isWhole === true
        ? 'None of it runs; the list can look among those that ended'
        : 'Looked for in the list of leases',
    isNamed ? 90 : known.length > 0 ? 82 : market?.isWhole === true ? 20 : 40,
  )
  const shown = known.slice(0, MOST_LEASES)
  return [...shown.map(({ id }) => leaseResult(id, 'Lease that runs', isNamed ? 100 : 85)), list]
}

/** A lease by its whole id, with whether it runs where that is known. */
export function findLease(name: LeaseName, market: Market): readonly SearchResult[] {
  const known = market?.leases.find(
    ({ id }) =>
      id.dseq === name.dseq &&
      id.gseq === name.gseq &&
      id.oseq === name.oseq &&
      id.owner === name.owner &&
      id.provider === name.provider &&
      (name.bseq === undefined || id.bseq === name.bseq),
  )
  return [leaseResult(known?.id ?? name, known === undefined ? 'Lease' : 'Lease that runs', 100)]
}

/** What an account is on the market: a provider, a tenant, or, while that is not known, perhaps either. */
export function findHolder(address: string, market: Market): readonly SearchResult[] {
  const leased = market?.leases.filter(({ id }) => id.owner === address).length ?? 0
  const provided = market?.leases.filter(({ id }) => id.provider === address).length ?? 0
  const isProvider = provided > 0 || market?.providers?.includes(address) === true
  const as = (role: 'tenant' | 'provider', detail: string, score: number) =>
    onMarket(
      { kind: 'holder', as: role, address },
      `${role === 'tenant' ? 'Tenant' : 'Provider'} ${shortenAddress(address)}`,
      detail,
      score,
    )
  const isWhole = market?.isWhole === true
  const running = (count: number) =>
    `${isWhole ? '' : 'at least '}${formatCount(count, 'running lease')}`
  const perhapsProvider = (score: number) =>
    as('provider', 'What it provides, if it is a provider', score)
  if (!isWhole && leased === 0 && !isProvider) {
    return [as('tenant', 'What it rents, if it rents anything', 60), perhapsProvider(55)]
  }
  const provides =
    provided === 0 && !isWhole
      ? 'A provider; its leases are not all read'
      : `Provides ${running(provided)}`
  return [
    ...(isProvider ? [as('provider', provides, 90)] : []),
    ...(leased > 0 || !isProvider
      ? [
          as(
            'tenant',
            leased > 0
              ? `Rents ${running(leased)}`
              : 'Rents nothing now; its page knows what ended',
            leased > 0 ? 85 : 30,
          ),
        ]
      : []),
    // Without the list a provider that provides nothing is not known as one.
    ...(isProvider || market?.providers !== undefined ? [] : [perhapsProvider(25)]),
  ]
}

function leaseResult(id: LeaseName, kind: string, score: number): SearchResult {
  const { owner, dseq, gseq, oseq, provider, bseq } = id
  const key =
    bseq === undefined ? `${owner}/${dseq}/${gseq}/${oseq}/${provider}` : leaseKey({ ...id, bseq })
  return onMarket(
    { kind: 'lease', key },
    `Lease ${dseq}/${gseq}/${oseq}`,
    `${kind}: ${shortenAddress(owner)} from ${shortenAddress(provider)}`,
    score,
  )
}

function onMarket(
  target: SearchTarget,
  title: string,
  detail: string,
  score: number,
): SearchResult {
  return { group: 'Market', target, title, detail, score }
}
