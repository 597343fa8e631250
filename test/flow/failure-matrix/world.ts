import {
  type Application,
  createApplication,
} from '../../../src/demo-chain/application/living-application.ts'
import type { QueryAnswer } from '../../../src/demo-chain/application/query-answer.ts'
import { createLedger } from '../../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../../src/demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../../../src/demo-chain/faults/create-demo-endpoints.ts'
import type { Fault } from '../../../src/demo-chain/faults/fault.ts'
import { parseFault } from '../../../src/demo-chain/faults/parse-fault.ts'
import { type ServedNode, serveNode } from '../../../src/demo-chain/http/serve-node.ts'
import { createMarketTruth, type MarketTruth } from './market-truth.ts'

/** Few, for they are read a hundred times over. */
const MARKET = { leases: 300 }

/** The time at which the chain stands still, so that its figures are exact. */
const MATRIX_NOW = new Date('2026-11-21T12:00:00Z')

/** A demo chain that stands still, and what is true of it whoever is asked. */
export interface MatrixWorld {
  readonly ledger: ChainLedger
  readonly now: () => Date
  /** Height of the newest block. */
  readonly tip: bigint
  /** The one a node that disagrees tells otherwise. */
  readonly openVote: bigint
  /** Ended since the chain's first kept block, so that its votes are in every index. */
  readonly closedVote: bigint
  /** Every vote cast on `closedVote`, as `voter height`, by the blocks themselves. */
  readonly castOnClosed: readonly string[]
  /** Somebody with a vote on `openVote`. */
  readonly voter: string
  /** Long before anything a pruned node of the matrix keeps. */
  readonly oldHeight: bigint
  /** A proposal in vote at `oldHeight`. */
  readonly oldVote: bigint
  /** A transaction, as hexadecimal hash, and the height of its block. */
  readonly transaction: { readonly hash: string; readonly height: bigint }
  readonly runningLeases: MarketTruth
  /** An endpoint of the chain with these faults, over HTTP. */
  serve(faults: readonly Fault[]): Promise<ServedNode>
}

const VOTING_PERIOD = 2
const PASSED = 3

export function createMatrixWorld(): MatrixWorld {
  const now = () => MATRIX_NOW
  const ledger = createLedger(createDemoScript({ now: MATRIX_NOW }), now)
  const application = rememberMarket(createApplication(ledger, MARKET))
  const tip = ledger.tip()
  const state = ledger.stateAt(tip)
  const openVote = required(findOpenVote(ledger, tip))
  const casts = ledger.eventfulHeights().flatMap((height) => castsIn(ledger, height))
  const closedVote = required(
    state
      .proposals()
      .findLast(({ id, status }) => status === PASSED && casts.some((one) => one.id === id)),
  ).id
  const last = required(casts.at(-1))
  const oldHeight = tip - 3_000n
  const tx = required(ledger.blockAt(last.height).txs[0])
  return {
    ledger,
    now,
    tip,
    openVote,
    closedVote,
    castOnClosed: casts.filter(({ id }) => id === closedVote).map(({ text }) => text),
    voter: required(ledger.stateAt(tip - 2n).votes(openVote)[3]).voter,
    oldHeight,
    oldVote: required(findOpenVote(ledger, oldHeight)),
    transaction: { hash: Buffer.from(tx.hash).toString('hex').toUpperCase(), height: last.height },
    runningLeases: createMarketTruth(ledger, MARKET),
    serve(faults) {
      const specs = [{ name: 'node', faults }]
      const [endpoint] = createDemoEndpoints({ ledger, application, specs, now })
      return serveNode(required(endpoint).server)
    },
  }
}

/** The same, with every page of the market composed once: it is read a hundred times over. */
function rememberMarket(application: Application): Application {
  const known = new Map<string, QueryAnswer>()
  return {
    ...application,
    answer(query, limits, node) {
      if (!query.path.startsWith('/akash.')) return application.answer(query, limits, node)
      const { path, data, askedHeight, prove } = query
      const { earliestState, latestState } = limits
      const asked = Buffer.from(data).toString('base64')
      const key = [path, asked, askedHeight, prove, earliestState, latestState].join(' ')
      const answer = known.get(key) ?? application.answer(query, limits, node)
      known.set(key, answer)
      return answer
    },
  }
}

function findOpenVote(ledger: ChainLedger, height: bigint): bigint | undefined {
  const proposals = ledger.stateAt(height).proposals()
  return proposals.find(({ status }) => status === VOTING_PERIOD)?.id
}

/** The votes cast in one block, by the events of its transactions. */
function castsIn(ledger: ChainLedger, height: bigint) {
  return ledger.blockAt(height).txs.flatMap(({ events }) =>
    events
      .filter(({ type }) => type === 'proposal_vote')
      .map(({ attributes }) => {
        const attribute = (name: string) => attributes.find(({ key }) => key === name)?.value ?? ''
        return {
          id: BigInt(attribute('proposal_id')),
          height,
          text: `${attribute('voter')} ${height}`,
        }
      }),
  )
}

/** @throws {Error} for a text that names no fault */
export function faultsOf(text: string): readonly Fault[] {
  return text.split('+').map((one) => {
    const fault = parseFault(one)
    if (fault === undefined) throw new Error(`there is no fault ${one}`)
    return fault
  })
}

export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo chain lacks something the matrix needs')
  return value
}
