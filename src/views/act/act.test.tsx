import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { parseDec } from '../../domain/decimal.ts'
import { LOADING } from '../../domain/figure.ts'
import type { BmeStatus, Market, OraclePrice } from '../../domain/market/market.ts'
import { ActLede } from './ActLede.tsx'
import { describeMintStatus } from './describe-mint-status.ts'
import { OracleSection } from './OracleSection.tsx'
import { StatusSection } from './StatusSection.tsx'

const words = (node: ReactNode) => renderToStaticMarkup(node).replace(/<[^>]*>/g, ' ')
const now = new Date(0)
const source = { chainId: 'c', height: 9n, time: undefined, endpoint: 'http://n', query: '/q' }
const dec = (text: string) => parseDec(text) ?? 0n

const status: BmeStatus = {
  status: 'mint_status_halt_cr',
  collateralRatio: dec('0.89999'),
  warnThreshold: dec('0.95'),
  haltThreshold: dec('0.9'),
  mintsAllowed: false,
  refundsAllowed: true,
}
const vault = { balances: [], totalBurned: [], totalMinted: [], remintCredits: [] }
const list = {
  leases: { active: LOADING, reclaiming: LOADING, insufficient_funds: LOADING, closed: LOADING },
  bids: { open: LOADING, active: LOADING, lost: LOADING },
  orders: { open: LOADING, active: LOADING, closed: LOADING },
  deployments: { active: LOADING, closed: LOADING },
}
const nothing: Market = {
  ...list,
  source,
  running: LOADING,
  providers: LOADING,
  oracle: LOADING,
  bme: LOADING,
  actSupply: LOADING,
  blockTime: LOADING,
}
const withStatus = (bme: BmeStatus): Market => ({
  ...nothing,
  bme: { kind: 'known', source, value: { status: bme, vault } },
})
const price: OraclePrice = {
  twap: dec('0.45'),
  median: dec('0.45'),
  min: dec('0.45'),
  max: dec('0.45'),
  time: undefined,
  sources: 1,
  deviationBps: 0n,
  isHealthy: false,
  failureReasons: ['too few sources'],
}

describe('the state of ACT', () => {
  it('says that minting is halted, and never rounds the ratio across the threshold', () => {
    const text = words(<StatusSection market={withStatus(status)} now={now} />)
    expect(text).toContain('Minting is halted')
    expect(text).toContain('below the halt threshold')
    expect(text).toContain('not allowed')
    expect(renderToStaticMarkup(<StatusSection market={withStatus(status)} now={now} />)).toContain(
      'Collateral ratio 89.999',
    )
  })

  it('says so when the oracle halts it, in the first sentence too', () => {
    const halted: BmeStatus = { ...status, status: 'mint_status_halt_oracle' }
    expect(words(<ActLede now={now} market={withStatus(halted)} />)).toContain(
      'no price that can be trusted',
    )
    expect(words(<StatusSection market={withStatus(halted)} now={now} />)).toContain(
      'Minting is halted',
    )
  })

  it('does not call anything halted that is not', () => {
    const healthy: BmeStatus = { ...status, status: 'mint_status_healthy', mintsAllowed: true }
    expect(words(<StatusSection market={withStatus(healthy)} now={now} />)).not.toContain('halted')
    expect(describeMintStatus({ status: 'unknown 9' }).name).toBe('Status 9')
  })

  it('tells waiting from failing', () => {
    const failure = { kind: 'not-supported', sentence: 'The chain has no BME module.' } as const
    expect(words(<ActLede now={now} market={undefined} />)).toContain('Loading the state of ACT')
    const failed: Market = { ...nothing, bme: { kind: 'failed', failure } }
    expect(words(<ActLede now={now} market={failed} />)).toContain('could not be read')
    expect(words(<StatusSection market={failed} now={now} />)).toContain('has no BME module')
  })
})

describe('the price of AKT', () => {
  it('that the oracle does not trust is used for nothing, and says why', () => {
    const market: Market = { ...nothing, oracle: { kind: 'known', source, value: price } }
    const text = words(<OracleSection market={market} now={now} />)
    expect(text).toContain('The oracle calls itself unhealthy')
    expect(text).toContain('too few sources')
  })

  it('that is missing says so', () => {
    const failure = { kind: 'not-found', sentence: 'The oracle has no price of akt.' } as const
    const market: Market = { ...nothing, oracle: { kind: 'failed', failure } }
    expect(words(<OracleSection market={market} now={now} />)).toContain('no price of akt')
  })
})
