import { computeHolders } from '../../domain/market/metrics/holders.ts'
import { OF_RESOURCES } from '../../domain/market/metrics/metric-queries.ts'
import { measureLeases } from '../../domain/market/metrics/resource-sums.ts'
import type { Chain } from '../../queries/chain.ts'
import { type Answer, toProvenance } from './answer.ts'
import { FailedFigureError } from './failed-figure-error.ts'
import { decAmountJson } from './lease-json.ts'
import { notesOfMarket, readMarketToTheEnd } from './whole-market.ts'

/** `skylight providers`: every registered provider, and those unregistered with running leases; most leases first. */
export async function listProviders(chain: Chain): Promise<Answer> {
  const market = await readMarketToTheEnd(chain, false)
  const { providers } = market
  if (providers.kind !== 'known') {
    throw providers.kind === 'failed'
      ? new FailedFigureError('The providers could not be read.', providers.failure)
      : new Error('reading the providers gave nothing')
  }
  const running = market.running.kind === 'known' ? market.running.value.items : []
  const holders = computeHolders(measureLeases(running), 'provider')
  const registered = new Map(providers.value.map((provider) => [provider.owner, provider]))
  const busy = new Set(holders.map(({ name }) => name))
  const idle = providers.value.flatMap(({ owner }) =>
    busy.has(owner) ? [] : [{ ...IDLE, name: owner }],
  )
  const data = [...holders, ...idle].map((holder) => {
    const provider = registered.get(holder.name)
    const isSummed = holder.notKnown === 0
    return {
      owner: holder.name,
      isRegistered: provider !== undefined,
      hostUri: provider?.hostUri ?? null,
      leases: holder.leases,
      reclaimingLeases: holder.reclaiming,
      gpus: isSummed ? Number(holder.gpus) : null,
      cpuMillis: isSummed ? holder.cpuMillis.toString() : null,
      memoryBytes: isSummed ? holder.memoryBytes.toString() : null,
      runRatePerBlock: holder.runRate.map(decAmountJson),
      auditors: [...(provider?.auditors ?? [])],
      attributes: (provider?.attributes ?? []).map(({ key, value }) => ({ key, value })),
      email: provider?.email ?? null,
      website: provider?.website ?? null,
    }
  })
  return {
    provenance: toProvenance({
      ...market.source,
      query: [providers.source.query, ...OF_RESOURCES].join(', '),
    }),
    data,
    header: ['owner', 'hostUri', 'leases', 'gpus', 'cpuMillis', 'runRatePerBlock', 'auditors'],
    rows: data.map((row) => [
      row.owner,
      row.hostUri ?? 'not registered',
      row.leases.toString(),
      row.gpus?.toString() ?? 'not known',
      row.cpuMillis ?? 'not known',
      row.runRatePerBlock.map(({ denom, amount }) => `${amount} ${denom}`).join('; '),
      row.auditors.join('; '),
    ]),
    notes: [
      'Whether a provider is online, and what it has free, is not on chain.',
      ...notesOfMarket(market),
    ],
  }
}

const IDLE = {
  leases: 0,
  reclaiming: 0,
  notKnown: 0,
  gpus: 0n,
  cpuMillis: 0n,
  memoryBytes: 0n,
  runRate: [],
}
