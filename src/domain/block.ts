/** Header of a block, as far as a page shows it. Hashes are upper-case hex, addresses of validators too. */
export interface BlockHeader {
  readonly chainId: string
  readonly height: bigint
  readonly time: Date
  /** Consensus address of the proposer in hex. */
  readonly proposer: string
  /** State after the block before this one. */
  readonly appHash: string
  readonly validatorsHash: string
  /** undefined in the first block. */
  readonly previousHash: string | undefined
}

/** What a node keeps beside the header of a block. */
export interface BlockMeta {
  readonly hash: string
  readonly transactionCount: number
  readonly sizeBytes: number
}

/** One place of a commit: signed the block, signed for no block, or did not sign in time. */
export type CommitFlag = 'signed' | 'nil' | 'absent'

/** The signatures that made a block final. */
export interface BlockCommit {
  readonly hash: string
  /** 0 where the first proposal was agreed on. */
  readonly round: number
  /** In the order of the validator set. */
  readonly flags: readonly CommitFlag[]
  /** The next block repeats it; before, a node shows the signatures it has seen itself. */
  readonly isCanonical: boolean
}

/** A member of the set that had to sign. */
export interface ConsensusMember {
  /** Hex. */
  readonly address: string
  readonly power: bigint
}

/** Who signed a block. */
export interface Signing {
  readonly signedCount: number
  readonly totalCount: number
  readonly signedPower: bigint
  readonly totalPower: bigint
  /** More power first. */
  readonly absent: readonly ConsensusMember[]
  readonly nil: readonly ConsensusMember[]
}

/** undefined where the commit and the set are not of one height: their places would not match. */
export function computeSigning(
  flags: readonly CommitFlag[],
  members: readonly ConsensusMember[],
): Signing | undefined {
  if (flags.length !== members.length) return undefined
  const of = (flag: CommitFlag) =>
    members
      .filter((_, index) => flags[index] === flag)
      .sort((a, b) => (a.power < b.power ? 1 : a.power > b.power ? -1 : 0))
  const signed = of('signed')
  return {
    signedCount: signed.length,
    totalCount: members.length,
    signedPower: sumPower(signed),
    totalPower: sumPower(members),
    absent: of('absent'),
    nil: of('nil'),
  }
}

function sumPower(members: readonly ConsensusMember[]): bigint {
  return members.reduce((sum, { power }) => sum + power, 0n)
}

/** A height from untrusted text; undefined when it is none. */
export function parseHeightText(text: string): bigint | undefined {
  return /^[1-9]\d{0,18}$/.test(text) ? BigInt(text) : undefined
}
