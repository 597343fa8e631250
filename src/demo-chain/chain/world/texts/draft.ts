import type { Any } from '../../../../chain/proto/generated/google/protobuf/any.ts'
import type { Random } from '../random.ts'

/** What a proposal says and would do. */
export interface ProposalDraft {
  readonly title: string
  readonly summary: string
  readonly metadata: string
  readonly messages: readonly Any[]
}

/** Metadata as wallets write it: an address of text kept elsewhere. */
export function ipfsMetadata(random: Random): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  const name = Array.from(random.bytes(52), (byte) => letters[byte & 31]).join('')
  return `ipfs://bafybei${name}`
}

const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth']

/** The texts of a list come round again; each time a reading later. */
export function titleOfReading(title: string, index: number, length: number): string {
  const round = Math.floor(index / length)
  return round === 0 ? title : `${title} (${ORDINALS[round - 1] ?? `${round + 1}th`} reading)`
}
