import type { Application } from '../application/living-application.ts'
import { createApplication } from '../application/living-application.ts'
import type { ChainLedger } from '../chain/ledger.ts'
import type { MarketOptions } from '../market/market-world.ts'
import { createDemoNode } from '../node/create-demo-node.ts'
import type { DemoNodeOptions } from '../node/node-options.ts'
import { readHaltAge } from '../node/node-view.ts'
import type { ReplyHeaders } from '../server/cors.ts'
import type { DemoEndpoint } from './demo-endpoint.ts'
import { createDemoEndpoint } from './demo-endpoint.ts'
import type { Fault } from './fault.ts'

/** `toMs` lies after `fromMs`. */
export interface HaltOutage {
  readonly fromMs: number
  readonly toMs: number
}

export interface DemoEndpointSpec {
  /** Also the moniker of its node. */
  readonly name: string
  /** What the node is when nothing is wrong with it. @default one that keeps and indexes everything */
  readonly node?: Omit<DemoNodeOptions, 'moniker'>
  /**
   * When nobody answers there while the chain stands still, as cosmovisor kills the node and starts the new one:
   * milliseconds from the halt. @default never
   */
  readonly outage?: HaltOutage
  /** @default none */
  readonly faults?: readonly Fault[]
}

export interface DemoEndpointsOptions {
  readonly ledger: ChainLedger
  /** @default one made of the ledger */
  readonly application?: Application
  /** Of the marketplace, where the application is made of the ledger. @default the usual one */
  readonly market?: MarketOptions
  readonly specs: readonly DemoEndpointSpec[]
  readonly now: () => Date
  /** Headers beyond those of a node, on every reply of a node. */
  readonly extraHeaders?: () => ReplyHeaders
}

const VOTING_PERIOD = 2

/** Endpoints of one chain, each with faults of its own. */
export function createDemoEndpoints(options: DemoEndpointsOptions): readonly DemoEndpoint[] {
  const { ledger, specs, now, extraHeaders } = options
  const application = options.application ?? createApplication(ledger, options.market)
  return specs.map(({ name, node = {}, outage, faults = [] }) =>
    createDemoEndpoint({
      name,
      node: { ...node, moniker: name },
      faults,
      createBackend: (nodeOptions) => createDemoNode(ledger, nodeOptions, application),
      isOut: () => outage !== undefined && isWithin(outage, readHaltAge(ledger)),
      tip: () => ledger.tip(),
      contestedProposal: () => findOpenVote(ledger),
      now,
      extraHeaders,
    }),
  )
}

function isWithin({ fromMs, toMs }: HaltOutage, ageMs: number | undefined): boolean {
  return ageMs !== undefined && ageMs >= fromMs && ageMs < toMs
}

/** The proposal in its voting period with the lowest id. */
function findOpenVote(ledger: ChainLedger): bigint | undefined {
  const proposals = ledger.stateAt(ledger.tip()).proposals()
  return proposals.find(({ status }) => status === VOTING_PERIOD)?.id
}
