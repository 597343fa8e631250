import { describe, expect, it } from 'vitest'
import {
  buildGpus,
  buildLease,
  buildRunning,
} from '../../domain/market/metrics/testing/build-market.ts'
import { createLeaseRows } from './lease-row.ts'
import { composeLeasesCsv } from './leases-csv.ts'

const SOURCE = {
  chainId: 'skydev-1',
  height: 1_000n,
  time: new Date(0),
  endpoint: 'https://node.test',
  query: '/akash.market.v1beta5.Query/Leases',
}
const toRow = createLeaseRows()
const noWait = async () => undefined

async function table(rows: Parameters<typeof composeLeasesCsv>[0], source = SOURCE) {
  const file = await composeLeasesCsv(rows, source, noWait)
  const [header = [], ...body] = file.text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  return {
    ...file,
    rows: body.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]]))),
  }
}

describe('composeLeasesCsv', () => {
  it('writes values as the chain has them, with height, node and query on every row', async () => {
    const lease = buildRunning([buildGpus(2, 'h100')], {
      id: { dseq: 7n },
      price: { denom: 'uact', amount: 962597953865934755413n },
    })
    const { name, rows } = await table([toRow(lease)])
    expect(name).toBe('leases-skydev-1-1000.csv')
    expect(rows[0]).toMatchObject({
      id: 'tenant/7/1/1/provider/0',
      pricePerBlock: '962.597953865934755413',
      priceDenom: 'uact',
      ageBlocks: '500',
      reason: '',
      resourcesFrom: 'bid',
      gpus: '2',
      gpuModels: 'nvidia h100',
      height: '1000',
      node: SOURCE.endpoint,
      query: SOURCE.query,
    })
  })

  it('tells what was not read from what is none', async () => {
    const ended = buildLease({ state: 'closed', closedOn: 700n, payment: undefined })
    const { rows } = await table([toRow(ended)])
    expect(rows[0]).toMatchObject({
      resourcesFrom: 'not-read',
      gpus: '',
      paymentState: '',
      withdrawn: '',
      reason: 'lease_closed_invalid',
    })
  })

  it('disarms cells that a spreadsheet would run', async () => {
    const lease = buildRunning([buildGpus(1, 'x', { vendor: '=1+1' })], {})
    const { text } = await table([toRow(lease)])
    expect(text).toContain(",'=1+1 x,")
    expect(text).not.toMatch(/(^|,)=/m)
  })

  it('breathes between slices, and marks every row of a demo chain', async () => {
    let breaths = 0
    const row = toRow(buildRunning([], {}))
    const file = await composeLeasesCsv(
      Array.from({ length: 4_001 }, () => row),
      { ...SOURCE, chainId: 'demo-1' },
      async () => {
        breaths++
      },
    )
    const lines = file.text.trim().split('\r\n')
    expect(breaths).toBe(2)
    expect(lines).toHaveLength(4_002)
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(1)
  })
})
