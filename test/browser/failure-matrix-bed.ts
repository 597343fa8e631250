import type { Browser } from 'playwright'
import { inject } from 'vitest'
import { startLocalServer } from '../../src/cli/server/local-server.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../src/demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../../src/demo-chain/faults/create-demo-endpoints.ts'
import { parseFault } from '../../src/demo-chain/faults/parse-fault.ts'
import { serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { closePages, shareChromium } from './chromium.ts'

/** The time at which the chain and the pages stand still, so that figures are exact. */
const NOW = new Date('2026-11-21T12:00:00Z')

/** Endpoints of a demo chain, and the app started with them. */
export interface FaultyNetwork {
  /** Address of the app, which forwards to the endpoints. */
  readonly app: string
  /** Of the endpoints themselves. */
  readonly urls: readonly string[]
  /** Exchanges the faults of an endpoint; an empty text takes them away. */
  misbehave(at: number, fault: string): void
  /** All of them do as they should. */
  heal(): void
}

export interface FailureMatrixBed {
  readonly browser: Browser
  readonly ledger: ChainLedger
  /** One endpoint for each fault; an empty text is a good one. */
  open(...faults: readonly string[]): Promise<FaultyNetwork>
  close(): Promise<void>
}

export async function openFailureMatrixBed(): Promise<FailureMatrixBed> {
  const browser = await shareChromium()
  const now = () => NOW
  const ledger = createLedger(createDemoScript({ now: NOW }), now)
  const closers: (() => Promise<void>)[] = [closePages]
  return {
    browser,
    ledger,
    async open(...faults) {
      const specs = faults.map((fault, at) => ({ name: `node${at}`, faults: faultsOf(fault) }))
      const endpoints = createDemoEndpoints({ ledger, specs, now })
      const nodes = await Promise.all(endpoints.map(({ server }) => serveNode(server)))
      const urls = nodes.map(({ url }) => url)
      const server = await startLocalServer({
        dist: inject('dist'),
        port: 0,
        endpoints: urls.map((url) => ({ url, name: url })),
        now: NOW.toISOString(),
      })
      closers.push(() => server.close(), ...nodes.map((node) => () => node.close()))
      return {
        app: server.url,
        urls,
        misbehave: (at, fault) => endpoints[at]?.setFaults(faultsOf(fault)),
        heal: () => {
          for (const endpoint of endpoints) endpoint.setFaults([])
        },
      }
    },
    close: async () => {
      await Promise.all(closers.map((close) => close()))
    },
  }
}

/** @throws {Error} for a text that names no fault */
function faultsOf(text: string) {
  if (text === '') return []
  const fault = parseFault(text)
  if (fault === undefined) throw new Error(`there is no fault ${text}`)
  return [fault]
}
