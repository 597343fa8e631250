import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import { PageResponse } from '../proto/generated/cosmos/base/query/v1beta1/pagination.ts'

/**
 * Records of a list's page (field 1) as they are on the wire, and where the list goes on (field 2). Decoded one by one,
 * what a record is made of can be let go before the next: a page decoded at once costs most of its time in collecting
 * garbage.
 * @throws {Error} on bytes that are no message
 */
export function splitPage(bytes: Uint8Array): {
  readonly records: readonly Uint8Array[]
  readonly nextKey: Uint8Array | undefined
} {
  const records: Uint8Array[] = []
  let nextKey: Uint8Array | undefined
  const reader = new BinaryReader(bytes)
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag()
    if (type !== WireType.LengthDelimited) reader.skip(type, field)
    else if (field === 1) records.push(reader.bytes())
    else if (field === 2) nextKey = PageResponse.decode(reader.bytes()).nextKey
    else reader.skip(type, field)
  }
  return { records, nextKey }
}
