import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answerShape, NonVoterShape, TallyShape, VoteShape } from '../../src/cli/skylight/shapes.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { parseDec } from '../../src/domain/decimal.ts'
import { queryPath, refusal, startMisbehavingNode } from './misbehaving-node.ts'
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
  validator_votes: z.number(),
  delegator_votes: z.number(),
  turnout: z.string(),
  quorum_reached: z.boolean(),
  would_pass_now: z.boolean(),
  nonvoting_bonded_count: z.number(),
  nonvoting_bonded_tokens: z.string(),
  nonvoting_top30: z.array(
    z.object({ operator: z.string(), moniker: z.string(), tokens: z.string() }),
  ),
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
    await ofEach(async (vote) => {
      const { exitCode, data } = await tallyOf(vote.id, '--exact')
      const expected = tallyIn(vote)
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
    })
  })

  it('says the same without, with turnout to twelve places, for the node truncates what it reports', async () => {
    await ofEach(async (vote) => {
      const { exitCode, data } = await tallyOf(vote.id)
      expect(exitCode).toBe(0)
      expect(data).toMatchObject({
        ...tallyIn(vote),
        recomputed: null,
        quorumReached: vote.quorum_reached,
        wouldPass: vote.would_pass_now,
      })
      // `0E-18` is how the other route writes zero.
      const other = vote.turnout === '0E-18' ? 0n : parseDec(vote.turnout)
      const own = parseDec(data.turnout ?? '')
      if (own === undefined || other === undefined) throw new Error('a turnout is no decimal')
      expect(own - other < 10n ** 6n && other - own < 10n ** 6n).toBe(true)
    })
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

describe('skylight tally where the node does not count', { timeout: TIMEOUT_MS }, () => {
  it.each([
    ['the chain has no such question', 6, 'unknown query path', 1],
    ['the node has pruned the height', 38, 'failed to load state at height', 3],
    ['the node fails', 6, 'Internal', 3],
  ])('says why and ends by it: %s', async (_why, code, log, expected) => {
    const misbehaving = await startMisbehavingNode((call) =>
      queryPath(call)?.endsWith('Query/TallyResult') ? refusal(code, log) : undefined,
    )
    try {
      const { exitCode, stdout, stderr } = await runSkylight(
        ...['tally', '354', '--rpc', misbehaving.url],
      )
      expect([exitCode, stdout]).toEqual([expected, ''])
      expect(stderr).toMatch(/^The votes of proposal 354 were not counted\.\n.+\.\n/)
      expect(stderr).toContain(log)
    } finally {
      await misbehaving.close()
    }
  })
})

describe('skylight nonvoters', { timeout: TIMEOUT_MS }, () => {
  it('lists who has not voted, by falling stake, with number, sum and order as counted elsewhere', async () => {
    await ofEach(async (vote) => {
      const { stdout } = await run('nonvoters', vote.id)
      const { data } = answerShape(z.array(NonVoterShape)).parse(JSON.parse(stdout))
      expect(data).toHaveLength(vote.nonvoting_bonded_count)
      const sum = data.reduce((total, { tokens }) => total + BigInt(tokens), 0n)
      expect(sum.toString()).toBe(vote.nonvoting_bonded_tokens)
      const first = data.slice(0, 30).map(({ operatorAddress, moniker, tokens }) => ({
        operator: operatorAddress,
        moniker,
        tokens,
      }))
      expect(first).toEqual(vote.nonvoting_top30)
    })
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

  it('gives a validator its whole stake at most and a delegator none without --exact', async () => {
    const vote = truth.find(({ id }) => id === 353)
    const { stdout } = await run('votes', 353)
    const { data } = answerShape(z.array(VoteShape)).parse(JSON.parse(stdout))
    expect(data).toHaveLength(vote?.votes ?? -1)
    const validators = data.filter(({ operatorAddress }) => operatorAddress !== null)
    const delegators = data.filter(({ operatorAddress }) => operatorAddress === null)
    expect([validators.length, delegators.length]).toEqual([
      vote?.validator_votes,
      vote?.delegator_votes,
    ])
    expect(new Set(validators.map(({ powerIs }) => powerIs))).toEqual(new Set(['at-most']))
    expect(validators.filter(({ power }) => BigInt(power ?? 0) <= 0n)).toEqual([])
    expect(new Set(delegators.map(({ power, powerIs }) => `${power} ${powerIs}`))).toEqual(
      new Set(['null unknown']),
    )
  })

  it('says that the chain has deleted the votes of a proposal that is closed', async () => {
    const { exitCode, stdout, stderr } = await run('votes', 342)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      'The vote on proposal 342 has ended, and the chain deletes the votes then. Ask at an earlier height with --height.\n',
    )
  })
})

/** Three at a time: every command is a process of its own. */
async function ofEach(check: (vote: z.infer<typeof OpenVote>) => Promise<void>): Promise<void> {
  for (let at = 0; at < truth.length; at += 3) {
    await Promise.all(truth.slice(at, at + 3).map(check))
  }
}

function tallyIn({ tally }: z.infer<typeof OpenVote>) {
  return {
    yes: tally.yes_count,
    abstain: tally.abstain_count,
    no: tally.no_count,
    noWithVeto: tally.no_with_veto_count,
  }
}

function run(command: string, id: number, ...options: readonly string[]) {
  return runSkylight(command, id.toString(), '--rpc', node.url, '--format', 'json', ...options)
}

async function tallyOf(id: number, ...options: readonly string[]) {
  const { exitCode, stdout } = await run('tally', id, ...options)
  return { exitCode, data: answerShape(TallyShape).parse(JSON.parse(stdout)).data }
}
