import { CHARSET } from '../server/bech32.ts'

const CHECKSUM_LENGTH = 6
const rankOfCharacter = new Map(
  [...CHARSET].map((character, rank) => [character, String.fromCharCode(64 + rank)]),
)
const known = new Map<string, string>()

/**
 * A text that sorts bech32 addresses as a store sorts their bytes: shorter ones first, for the length is part of a key.
 * Five bits a character in order are the bytes in order, so nothing is decoded.
 */
function addressOrder(address: string): string {
  const found = known.get(address)
  if (found !== undefined) return found
  const data = address.slice(address.lastIndexOf('1') + 1, -CHECKSUM_LENGTH)
  let order = String.fromCharCode(data.length)
  for (const character of data) order += rankOfCharacter.get(character) ?? character
  known.set(address, order)
  return order
}

export function compareAddresses(a: string, b: string): number {
  const [first, second] = [addressOrder(a), addressOrder(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
