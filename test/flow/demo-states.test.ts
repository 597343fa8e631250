import { beforeAll, describe, expect, it } from 'vitest'
import { createApplication } from '../../src/demo-chain/application/living-application.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../src/demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoNode } from '../../src/demo-chain/node/create-demo-node.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import { formatDec } from '../../src/domain/decimal.ts'
import { computeExactTally } from '../../src/domain/tally/exact-tally.ts'
import { compareTallies } from '../../src/domain/tally/tally-match.ts'
import { type ExactVote, readExactVote } from '../../src/queries/exact-tally.ts'
import { readProposalDetail } from '../../src/queries/proposal-detail.ts'
import { readVotes, type VoteView } from '../../src/queries/votes.ts'
import { openInProcess } from './in-process-chain.ts'

const WORLDS = 8
const STATES_A_WORLD = 25
const DAY_MS = 86_400_000
const VOTING_PERIOD = 2

/** A proposal in its vote at one height of one demo chain, counted by its node and by us. */
interface Counted {
  readonly seed: number
  readonly height: bigint
  readonly id: bigint
  readonly view: VoteView
  readonly exact: ExactVote
}

const states: Counted[] = []

beforeAll(async () => {
  for (let world = 0; world < WORLDS; world++) states.push(...(await countWorld(world)))
}, 60_000)

describe('random states of demo chains', () => {
  it('are recounted to the unit as the node counts them, every one of two hundred', () => {
    expect(states).toHaveLength(WORLDS * STATES_A_WORLD)
    const wrong = states.filter(({ exact }) => exact.match.kind !== 'equal')
    expect(wrong.map(describeState).join('\n\n')).toBe('')
  })

  it('hold what makes counting hard: weighted votes, delegators against their validators, converted proposals', () => {
    const views = states.map(({ view }) => view)
    const count = (isIt: (view: VoteView) => boolean): number => views.filter(isIt).length
    expect(count(({ votes }) => votes.some(({ options }) => options.length > 1))).toBeGreaterThan(
      50,
    )
    expect(count(({ votes, validators }) => votes.length > validators.length / 3)).toBeGreaterThan(
      30,
    )
    expect(count(({ proposal }) => proposal.expedited)).toBeGreaterThan(5)
    expect(count(({ votes }) => votes.length === 0)).toBeLessThan(20)
    const overriding = states.filter(
      ({ view, exact }) => !sameTally(view.validatorTally.tally, exact.exact.tally),
    )
    expect(overriding.length).toBeGreaterThan(100)
  })

  it('are not recounted by chance: without one voter the count is another', () => {
    const missed = states.flatMap(({ view, exact, height }) => {
      const [first, ...others] = view.votes
      const isHeard =
        first !== undefined &&
        exact.exact.validators.some(({ vote }) => vote?.voter === first.voter)
      if (!isHeard) return []
      const { tally } = computeExactTally({ ...view, votes: others, delegationsByVoter: new Map() })
      return [compareTallies({ tally: view.official, height }, { tally, height }).kind]
    })
    expect(missed.length).toBeGreaterThan(10)
    expect(missed.filter((kind) => kind === 'equal')).toEqual([])
  })
})

async function countWorld(world: number): Promise<Counted[]> {
  const draw = drawFrom(world)
  const seed = draw(2 ** 31)
  const now = new Date(Date.UTC(2026, 0, 1) + draw(700 * DAY_MS))
  const ledger = createLedger(createDemoScript({ now, seed }), () => now)
  const node = createDemoNode(ledger, { moniker: 'archive' }, createApplication(ledger))
  const server = createNodeServer(node, { now: ledger.now })
  const span = Number(ledger.tip() - ledger.initialHeight)
  const counted: Counted[] = []
  while (counted.length < STATES_A_WORLD) {
    const height = ledger.initialHeight + BigInt(draw(span))
    const open = listOpen(ledger, height)
    const id = open[draw(Math.max(1, open.length))]
    if (id === undefined) continue
    const chain = openInProcess(server, height, ledger.now)
    const detail = await readProposalDetail(chain, id)
    if (detail.kind !== 'found') throw new RangeError(`seed ${seed}: no proposal ${id}`)
    const view = await readVotes(chain, detail)
    counted.push({ seed, height, id, view, exact: await readExactVote(chain, view) })
  }
  return counted
}

function listOpen(ledger: ChainLedger, height: bigint): readonly bigint[] {
  return ledger
    .stateAt(height)
    .proposals()
    .filter(({ status }) => status === VOTING_PERIOD)
    .map(({ id }) => id)
}

/** Numbers below a limit, the same for the same world (Lehmer's generator). */
function drawFrom(world: number): (limit: number) => number {
  let state = 48_271 + world * 7_919
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return (limit) => Math.floor(next() * limit)
}

function sameTally(a: VoteView['official'], b: VoteView['official']): boolean {
  return compareTallies({ tally: a, height: 0n }, { tally: b, height: 0n }).kind === 'equal'
}

/** A state that is counted in two ways, so that it can be set up again and looked at. */
function describeState({ seed, height, id, view, exact }: Counted): string {
  const lines = view.votes.map(({ voter, options }) => {
    const cast = options.map(({ option, weight }) => `${option} ${formatDec(weight)}`)
    return `  ${voter}: ${cast.join(', ')}`
  })
  return [
    `seed ${seed}, proposal ${id} at ${height}: ${JSON.stringify(exact.match, asText)}`,
    `  node ${JSON.stringify(view.official, asText)}`,
    `  ours ${JSON.stringify(exact.exact.tally, asText)}`,
    ...lines,
  ].join('\n')
}

function asText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
