import type { ProposalRef, TimedAction } from '../script.ts'
import type { Ballot, Electorate } from './ballots.ts'
import { castBallots, WHOLE } from './ballots.ts'
import { MINUTE_MS } from './chain-params.ts'
import { akt } from './coins.ts'
import type { Round, Track } from './courses.ts'
import type { Epoch } from './epoch.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'

/** Some blocks between the opening of a vote and the first one in, and between the last and the end. */
const MARGIN_MS = 30_000

/** Everything that happens about one proposal of a track, ascending by time. */
export function createProposalActions(
  track: Track,
  index: number,
  epoch: Epoch,
  electorate: Electorate,
): readonly TimedAction[] {
  const { name, offsetMs, periodMs } = track
  const key = `${name}-${index}`
  const proposal = { key }
  const random = createRandom(`${key} ${epoch.chainId}`)
  const course = track.create(index, epoch, random)
  const submittedAt =
    epoch.genesisTime.getTime() + offsetMs + index * periodMs + random.below(40_000)
  const someone = (): string => electorate.voters[random.below(electorate.voters.length)] ?? ''
  const proposer = someone()
  const { draft, isExpedited } = course
  const actions: TimedAction[] = [
    {
      at: new Date(submittedAt),
      action: {
        kind: 'submit-proposal',
        key,
        proposer,
        ...draft,
        initialDeposit: akt(course.initialDeposit),
        isExpedited,
      },
    },
  ]
  for (const { afterMs, amount } of course.deposits) {
    actions.push({
      at: new Date(submittedAt + afterMs),
      action: { kind: 'deposit', proposal, depositor: someone(), amount: akt(amount) },
    })
  }
  for (const round of course.rounds) {
    const ballots = castBallots(electorate, round.lean, round.interest, random)
    for (const ballot of ballots) pushVotes(actions, proposal, ballot, submittedAt, round, random)
  }
  const endedAfterMs = course.rounds.at(-1)?.endsAfterMs
  // Now and then somebody comes too late; the chain refuses.
  if (endedAfterMs !== undefined && random.chance(0.3)) {
    const at = new Date(submittedAt + endedAfterMs + MINUTE_MS)
    actions.push({ at, action: voteAction(proposal, someone(), [{ option: 1, weight: WHOLE }]) })
  }
  if (course.cancelledAfterMs !== undefined) {
    actions.push({
      at: new Date(submittedAt + course.cancelledAfterMs),
      action: { kind: 'cancel-proposal', proposal, proposer },
    })
  }
  return actions.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function voteAction(
  proposal: ProposalRef,
  voter: string,
  options: Ballot['options'],
  metadata = '',
  grantee?: string,
): TimedAction['action'] {
  return { kind: 'vote', proposal, voter, options, metadata, grantee }
}

/** Most vote early in a round; the rest come in until shortly before its end. */
function pushVotes(
  actions: TimedAction[],
  proposal: ProposalRef,
  ballot: Ballot,
  submittedAt: number,
  { startsAfterMs, endsAfterMs }: Round,
  random: Random,
): void {
  const from = submittedAt + startsAfterMs + MARGIN_MS
  const length = endsAfterMs - startsAfterMs - 2 * MARGIN_MS
  const part = random.next() ** 1.6
  const { voter, options, earlier, metadata, grantee } = ballot
  if (earlier !== undefined) {
    const at = new Date(Math.floor(from + length * part * random.next() * 0.95))
    actions.push({ at, action: voteAction(proposal, voter, earlier) })
  }
  const at = new Date(Math.ceil(from + length * part))
  actions.push({ at, action: voteAction(proposal, voter, options, metadata, grantee) })
}
