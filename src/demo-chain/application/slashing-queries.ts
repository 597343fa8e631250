import { answerForAddress } from './address-codec.ts'
import { lengthPrefixed } from './bech32-bytes.ts'
import type { Entry } from './entries.ts'
import { findEntry } from './entries.ts'
import type { QueryAnswer } from './query-answer.ts'
import { invalidArgument, notFound, plainFailure, valueAnswer } from './query-answer.ts'
import { answerPage, pageStore } from './sdk-paging.ts'
import type { WireField } from './wire-fields.ts'
import { encodeBytesField, lastText } from './wire-fields.ts'

const QUERY = '/cosmos.slashing.v1beta1.Query/'

/** x/slashing at one height. */
export interface SlashingSource {
  /** Ascending by the consensus address; undefined: not known. */
  signingInfos(): readonly Entry[] | undefined
}

/**
 * Signing infos as SDK 0.53 x/slashing/keeper/grpc_query.go answers for them.
 * @returns undefined: another question, or what it needs is not known
 */
export function answerSlashing(
  path: string,
  request: readonly WireField[],
  slashing: SlashingSource,
  height: bigint,
): QueryAnswer | undefined {
  if (path === `${QUERY}SigningInfos`) {
    const entries = slashing.signingInfos()
    // The module hands the paginator's error on as it is, without a gRPC status.
    const list = { pager: pageStore<Entry>, pageField: 1, refuse: plainFailure }
    return entries && answerPage({ ...list, entries }, request, height)
  }
  if (path !== `${QUERY}SigningInfo`) return undefined
  const address = lastText(request, 1)
  if (address === '') return invalidArgument('invalid request', height)
  const entries = slashing.signingInfos()
  return (
    entries &&
    answerForAddress(address, 'akashvalcons', height, (bytes) => {
      const found = findEntry(entries, lengthPrefixed(bytes))
      if (found !== undefined) return valueAnswer(encodeBytesField(1, found.item), height)
      return notFound(`SigningInfo not found for validator ${address}`, height)
    })
  )
}
