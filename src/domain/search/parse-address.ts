import { bech32 } from '@scure/base'
import { findOtherChain } from './other-chains.ts'

/** What a text that looks like a bech32 address is, seen from a chain whose accounts begin with `prefix`. */
export type AddressReading =
  | { readonly kind: 'account'; readonly address: string }
  | { readonly kind: 'operator'; readonly address: string; readonly accountAddress: string }
  | { readonly kind: 'consensus'; readonly address: string }
  | {
      readonly kind: 'foreign'
      readonly address: string
      readonly prefix: string
      /** The account here that the same key owns; undefined where the other chain derives keys otherwise. */
      readonly sameKeyAddress: string | undefined
    }
  /** `sentence` says what is wrong with it. */
  | { readonly kind: 'malformed'; readonly text: string; readonly sentence: string }

const SHAPE = /^([a-z]{2,30})1([a-z0-9]+)$/i
/** Of the chain's own prefix a beginning is enough to say what is missing; of others only a whole one is no word. */
const SHORTEST_FOREIGN = 38
const CHECKSUM_LENGTH = 6
/** Characters of 20 bytes (keys) and of 32 (contracts, module accounts), with their checksum. */
const LENGTHS = [38, 58]
const NEVER_USED = /[1bio]/i

/** undefined: it does not look like an address at all. Never throws. */
export function parseAddress(text: string, prefix: string): AddressReading | undefined {
  const typed = text.trim()
  const [, typedPrefix, data] = SHAPE.exec(typed) ?? []
  if (typedPrefix === undefined || data === undefined) return undefined
  const spoken = typedPrefix.toLowerCase()
  const isOwn = [prefix, `${prefix}valoper`, `${prefix}valcons`].includes(spoken)
  if (!isOwn && data.length < SHORTEST_FOREIGN) return undefined
  const decoded = bech32.decodeUnsafe(typed, false)
  const bytes = decoded === undefined ? undefined : bech32.fromWordsUnsafe(decoded.words)
  if (decoded === undefined || bytes === undefined || ![20, 32].includes(bytes.length)) {
    return { kind: 'malformed', text: typed, sentence: explain(typed, spoken, data) }
  }
  const address = typed.toLowerCase()
  switch (spoken) {
    case prefix:
      return { kind: 'account', address }
    case `${prefix}valoper`:
      return {
        kind: 'operator',
        address,
        accountAddress: bech32.encode(prefix, decoded.words, false),
      }
    case `${prefix}valcons`:
      return { kind: 'consensus', address }
    default:
      return {
        kind: 'foreign',
        address,
        prefix: spoken,
        sameKeyAddress:
          findOtherChain(spoken)?.hasSameKeys === true && bytes.length === 20
            ? bech32.encode(prefix, decoded.words, false)
            : undefined,
      }
  }
}

function explain(text: string, prefix: string, data: string): string {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) {
    return 'This address mixes capital and small letters; one of its characters was changed.'
  }
  const wrong = NEVER_USED.exec(data)
  if (wrong !== null) {
    const place = prefix.length + 1 + wrong.index + 1
    return `No address holds “${wrong[0]}” after its prefix; this one does, at character ${place}.`
  }
  if (data.length < CHECKSUM_LENGTH || !LENGTHS.includes(data.length)) {
    return data.length < (LENGTHS[0] ?? 0)
      ? `This address is not whole: ${data.length} of ${LENGTHS[0]} characters follow ${prefix}1.`
      : `This address has ${data.length} characters after ${prefix}1 where there are ${LENGTHS.join(' or ')}.`
  }
  return 'The checksum of this address is wrong: at least one character is mistyped or missing.'
}
