import type { ChainAction } from '../script.ts'
import type { Random } from './random.ts'
import { shuffle } from './random.ts'

type VoteOptions = Extract<ChainAction, { kind: 'vote' }>['options']
type Option = 1 | 2 | 3 | 4

/** How a vote shall come out: parts of the bonded stake that take part, and of these for each option. */
export interface Lean {
  readonly turnout: number
  readonly yes: number
  readonly abstain: number
  readonly no: number
  readonly veto: number
}

/** Who can vote, and what weight validators have. */
export interface Electorate {
  /** Bonded, strongest first. */
  readonly validators: readonly { readonly wallet: string; readonly powerShare: number }[]
  readonly voters: readonly string[]
}

/** What one voter casts. */
export interface Ballot {
  readonly voter: string
  readonly options: VoteOptions
  /** Cast before, and taken back by the other. */
  readonly earlier: VoteOptions | undefined
  readonly grantee: string | undefined
  readonly metadata: string
}

/** All of a voter's power for one option. */
export const WHOLE = '1.000000000000000000'
const SINGLE: Readonly<Record<Option, VoteOptions>> = {
  1: [{ option: 1, weight: WHOLE }],
  2: [{ option: 2, weight: WHOLE }],
  3: [{ option: 3, weight: WHOLE }],
  4: [{ option: 4, weight: WHOLE }],
}
const WEIGHTED: readonly [VoteOptions, ...VoteOptions[]] = [
  [
    { option: 1, weight: '0.700000000000000000' },
    { option: 2, weight: '0.300000000000000000' },
  ],
  [
    { option: 1, weight: '0.333333333333333333' },
    { option: 2, weight: '0.333333333333333333' },
    { option: 3, weight: '0.333333333333333334' },
  ],
  [
    { option: 2, weight: '0.050000000000000000' },
    { option: 3, weight: '0.950000000000000000' },
  ],
]
const OPTIONS: readonly [Option, ...Option[]] = [1, 2, 3, 4]
const REASONS: readonly [string, ...string[]] = [
  '',
  '',
  '',
  '',
  '',
  '',
  'Agreed in our weekly call.',
  'see forum',
  'ipfs://bafybeigdyrzt',
  '<b>vote with us</b> javascript:alert(1)',
]

/** Validators so small that a split vote of theirs decides nothing. */
const SMALL = 0.006

/** These operators abstain as a matter of principle. */
const ALWAYS_ABSTAINS = new Set([11, 46])

/**
 * Ballots that bring a vote out as it shall. Validators decide it: each, strongest first, takes the option that lacks
 * most. Those who vote for themselves hold too little to turn it, so they may differ.
 * @param interest part of the accounts that vote for themselves, 0 to 1; of small validators three times as many do
 */
export function castBallots(
  electorate: Electorate,
  lean: Lean,
  interest: number,
  random: Random,
): readonly Ballot[] {
  const { validators, voters } = electorate
  const ranks = chooseRanks(electorate, lean.turnout, interest, random)
  const lacking: Record<Option, number> = {
    1: lean.yes * lean.turnout,
    2: lean.abstain * lean.turnout,
    3: lean.no * lean.turnout,
    4: lean.veto * lean.turnout,
  }
  const ballots: Ballot[] = []
  for (const rank of ranks) {
    const { wallet = '', powerShare = 0 } = validators[rank] ?? {}
    const option = ALWAYS_ABSTAINS.has(rank) ? 2 : mostLacking(lacking)
    lacking[option] -= powerShare
    ballots.push(createBallot(wallet, option, powerShare < SMALL, electorate, random))
  }
  for (const voter of voters) {
    if (!random.chance(interest)) continue
    const option = random.chance(0.3) ? random.pick(OPTIONS) : drawOption(lean, random)
    ballots.push(createBallot(voter, option, true, electorate, random))
  }
  return ballots
}

/** Ranks of validators that together hold about this part, strongest first. */
function chooseRanks(
  { validators }: Electorate,
  turnout: number,
  interest: number,
  random: Random,
): number[] {
  const chosen: number[] = []
  let sum = 0
  for (const rank of shuffle([...validators.keys()], random)) {
    const powerShare = validators[rank]?.powerShare ?? 0
    if (powerShare < SMALL && !random.chance(interest * 3)) continue
    if (sum + powerShare > turnout + 0.005) continue
    sum += powerShare
    chosen.push(rank)
  }
  return chosen.sort((a, b) => a - b)
}

function mostLacking(lacking: Readonly<Record<Option, number>>): Option {
  return OPTIONS.reduce((most, option) => (lacking[option] > lacking[most] ? option : most), 1)
}

function drawOption(lean: Lean, random: Random): Option {
  const drawn = random.next()
  if (drawn < lean.yes) return 1
  if (drawn < lean.yes + lean.abstain) return 2
  return drawn < lean.yes + lean.abstain + lean.no ? 3 : 4
}

function createBallot(
  voter: string,
  option: Option,
  maySplit: boolean,
  { voters }: Electorate,
  random: Random,
): Ballot {
  const options = maySplit && random.chance(0.06) ? random.pick(WEIGHTED) : SINGLE[option]
  return {
    voter,
    options,
    earlier: random.chance(0.07) ? SINGLE[random.pick(OPTIONS)] : undefined,
    grantee: random.chance(0.05) ? voters[random.below(voters.length)] : undefined,
    metadata: random.pick(REASONS),
  }
}
