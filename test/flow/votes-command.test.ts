import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answerShape, NonVoterShape, TallyShape, VoteShape } from '../../src/cli/skylight/shapes.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { parseDec } from '../../src/domain/decimal.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { runSkylight } from './run-skylight.ts'

const TIMEOUT_MS = 60_000

/** What `truth.json` says of an open vote; computed from votes and delegations by another route. */
const OpenVote = z.object({
  id: z.number(),
  tally: z.object({
    yes_count: z.string(),
    abstain_count: z.string(),
    no_count: z.string(),
    no_with_veto_count: z.string(),
  }),
  votes: z.number(),
  turnout: z.string(),
  quorum_reached: z.boolean(),
  would_pass_now: z.boolean(),
  nonvoting_bonded_count: z.number(),
  nonvoting_bonded_tokens: z.string(),
  nonvoting_top30: z.array(z.looseObject({ operator: z.string() })),
})
const truth = z
  .object({ steady: z.object({ voting: z.array(OpenVote) }) })
  .parse(JSON.parse(readFileSync(join(RECORDINGS, 'truth.json'), 'utf8'))).steady.voting

let node: ReplayNode
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
})
afterAll(() => node.close())

describe('skylight tally', { timeout: TIMEOUT_MS }, () => {
  it('says of every open vote what another route counted, to the unit with --exact', async () => {
    for (const vote of truth) {
      const { exitCode, data } = await tallyOf(vote.id, '--exact')
      const expected = {
        yes: vote.tally.yes_count,
        abstain: vote.tally.abstain_count,
        no: vote.tally.no_count,
        noWithVeto: vote.tally.no_with_veto_count,
      }
      expect(exitCode).toBe(0)
      expect(data).toMatchObject({
        ...expected,
        recomputed: expected,
        quorumReached: vote.quorum_reached,
        wouldPass: vote.would_pass_now,
      })
      // `0E-18` is how the other route writes zero.
      const turnout = vote.turnout === '0E-18' ? '0.000000000000000000' : vote.turnout
      expect(data.turnout).toBe(turnout)
    }
  })

  it('has turnout to twelve places without, for the node truncates what it reports', async () => {
    for (const vote of truth.slice(0, 3)) {
      const { data } = await tallyOf(vote.id)
      const [own, other] = [parseDec(data.turnout ?? ''), parseDec(vote.turnout)]
      if (own === undefined || other === undefined) throw new Error('a turnout is no decimal')
      expect(own - other < 10n ** 6n && other - own < 10n ** 6n).toBe(true)
      expect(data.recomputed).toBeNull()
    }
  })

  it.each([
    // One block before each count: #342 passed; #354 was expedited and failed its 66.7 %.
    [342, '27400257', true],
    [354, '27400480', false],
  ])('recounts #%i at %s as the node of then did', async (id, height, wouldPass) => {
    const { data } = await tallyOf(id, '--exact', '--height', height)
    const { yes, abstain, no, noWithVeto } = data
    expect(data.recomputed).toEqual({ yes, abstain, no, noWithVeto })
    expect([data.quorumReached, data.wouldPass]).toEqual([true, wouldPass])
  })

  it('does not know the turnout of a vote that has ended, for the stake of then is gone', async () => {
    const { data } = await tallyOf(342)
    expect([data.turnout, data.wouldPass, data.recomputed]).toEqual([null, true, null])
  })
})

describe('skylight nonvoters', { timeout: TIMEOUT_MS }, () => {
  it('lists who has not voted, by falling stake, with number, sum and order as counted elsewhere', async () => {
    for (const vote of truth) {
      const { stdout } = await run('nonvoters', vote.id)
      const { data } = answerShape(z.array(NonVoterShape)).parse(JSON.parse(stdout))
      expect(data).toHaveLength(vote.nonvoting_bonded_count)
      const sum = data.reduce((total, { tokens }) => total + BigInt(tokens), 0n)
      expect(sum.toString()).toBe(vote.nonvoting_bonded_tokens)
      expect(data.slice(0, 30).map(({ operatorAddress }) => operatorAddress)).toEqual(
        vote.nonvoting_top30.map(({ operator }) => operator),
      )
    }
  })
})

describe('skylight votes', { timeout: TIMEOUT_MS }, () => {
  it('weighs every vote so that they add up to the tally', async () => {
    const vote = truth.find(({ id }) => id === 354)
    const { stdout } = await run('votes', 354, '--exact')
    const { data } = answerShape(z.array(VoteShape)).parse(JSON.parse(stdout))
    expect(data).toHaveLength(vote?.votes ?? -1)
    const yes = data
      .filter(({ options }) => options.every(({ option }) => option === 'VOTE_OPTION_YES'))
      .reduce((sum, { power }) => sum + BigInt(power ?? -1), 0n)
    const missing = BigInt(vote?.tally.yes_count ?? -1) - yes
    // Each power is truncated by itself, the tally once.
    expect(missing >= 0n && missing < BigInt(data.length)).toBe(true)
  })

  it('says that the chain has deleted the votes of a proposal that is closed', async () => {
    const { exitCode, stdout, stderr } = await run('votes', 342)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      'The vote on proposal 342 has ended, and the chain deletes the votes then. Ask at an earlier height with --height.\n',
    )
  })
})

function run(command: string, id: number, ...options: readonly string[]) {
  return runSkylight(command, id.toString(), '--rpc', node.url, '--format', 'json', ...options)
}

async function tallyOf(id: number, ...options: readonly string[]) {
  const { exitCode, stdout } = await run('tally', id, ...options)
  return { exitCode, data: answerShape(TallyShape).parse(JSON.parse(stdout)).data }
}
