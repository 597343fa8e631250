import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryMessage, camelCase } from '../proto/testing/arbitrary-message.ts'
import { type Fields, isFields, ourCodec } from '../proto/testing/codecs.ts'
import { type MessageDescriptor, readProtoImage } from '../proto/testing/proto-image.ts'
import { decodeMessage } from './decode-message.ts'
import { KNOWN_MESSAGE_TYPES } from './summary-registry.ts'

const image = readProtoImage()
const LIMITS = { unset: new Set<string>(), canWrite: () => true }

/** One value to a reader, so one row. */
const WHOLE = /^(cosmos\.base\.v1beta1\.(Dec)?Coin|google\.protobuf\.(Timestamp|Duration))$/

function descriptorOf(name: string): MessageDescriptor {
  const descriptor = image.messages.get(name)
  if (descriptor === undefined) throw new Error(`no message ${name}`)
  return descriptor
}

/** The path of every field that is set, as the SDK would spell it. */
function pathsOf(message: MessageDescriptor, fields: Fields, prefix = ''): readonly string[] {
  return message.fields.flatMap((field) => {
    const value = fields[camelCase(field.name)]
    const path = `${prefix}${field.name}`
    const type = field.typeName?.slice(1) ?? ''
    const isList = field.label === 'LABEL_REPEATED'
    if (WHOLE.test(type) && isList) return Array.isArray(value) && value.length > 0 ? [path] : []
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    return values.flatMap((item, index) => {
      const at = isList ? `${path}[${index}]` : path
      if (type === 'google.protobuf.Any') return [`${at}.@type`]
      if (field.type === 'TYPE_MESSAGE' && !WHOLE.test(type) && isFields(item)) {
        return pathsOf(descriptorOf(type), item, `${at}.`)
      }
      const isEmpty = item === '' || (item instanceof Uint8Array && item.length === 0)
      return isEmpty && !isList ? [] : [at]
    })
  })
}

describe('rows', () => {
  it.each(KNOWN_MESSAGE_TYPES)('of %s leave out no field that is set', (typeUrl) => {
    const descriptor = descriptorOf(typeUrl.slice(1))
    const codec = ourCodec(descriptor)
    fc.assert(
      fc.property(arbitraryMessage(image, descriptor, LIMITS), (fields) => {
        const message = decodeMessage({ typeUrl, value: codec.encode(fields) })
        if (message.kind !== 'decoded') throw new Error(message.reason)
        const shown = new Set(message.fields.map(({ path }) => path))
        const lost = pathsOf(descriptor, fields).filter((path) => !shown.has(path))
        // Messages to be run are no rows: each is a message of its own.
        expect(lost.filter((path) => path.endsWith('.@type'))).toHaveLength(message.inner.length)
        expect(lost.filter((path) => !path.endsWith('.@type'))).toEqual([])
        expect(shown.size).toBe(message.fields.length)
      }),
      { numRuns: 15 },
    )
  })
})
