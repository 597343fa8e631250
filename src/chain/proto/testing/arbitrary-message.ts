import fc from 'fast-check'
import type { Fields } from './codecs.ts'
import type { FieldDescriptor, MessageDescriptor, ProtoImage } from './proto-image.ts'

/** Fields chain-sdk writes as decimals, so that only digits survive it (LegacyDec, in its generated code). */
const DIGITS_ONLY =
  /^(amount|price|twap|median_price|min_price|max_price|ratio|reference_price|collateral_ratio|warn_threshold|halt_threshold)$/

/** What the other side of a comparison can be asked. */
export interface Limits {
  /** Fields (`akash.market.v1.Lease.reclamation`) that keep their default. */
  readonly unset: ReadonlySet<string>
  /** 64-bit integers it writes correctly. */
  readonly canWrite: (value: bigint) => boolean
}

/** Any message of a type, every part of it set, as ts-proto holds it. */
export function arbitraryMessage(
  image: ProtoImage,
  message: MessageDescriptor,
  limits: Limits,
): fc.Arbitrary<Fields> {
  if (message.name === 'google.protobuf.Timestamp') {
    // Whole milliseconds between 1970 and 9999, because chain-sdk holds a Date.
    return fc.record({
      seconds: fc.bigInt(0n, 253_402_300_799n).filter(limits.canWrite),
      nanos: fc.integer({ min: 0, max: 999 }).map((ms) => ms * 1_000_000),
    })
  }
  return fc.record(
    Object.fromEntries(
      message.fields.map((field) => [
        camelCase(field.name),
        limits.unset.has(`${message.name}.${field.name}`)
          ? fc.constant(defaultOf(field))
          : of(image, field, limits),
      ]),
    ),
  )
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}

function defaultOf({ label, type }: FieldDescriptor): unknown {
  if (label === 'LABEL_REPEATED') return []
  return type === 'TYPE_MESSAGE' ? undefined : 0
}

function of(image: ProtoImage, field: FieldDescriptor, limits: Limits) {
  const one = ofOne(image, field, limits)
  return field.label === 'LABEL_REPEATED' ? fc.array(one, { maxLength: 3 }) : one
}

function ofOne(
  image: ProtoImage,
  { name, type, typeName = '' }: FieldDescriptor,
  limits: Limits,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'TYPE_MESSAGE': {
      const message = image.messages.get(typeName.slice(1))
      if (message === undefined) throw new Error(`no message ${typeName}`)
      return arbitraryMessage(image, message, limits)
    }
    case 'TYPE_ENUM':
      return fc.constantFrom(...(image.enums.get(typeName.slice(1)) ?? [0]))
    case 'TYPE_STRING':
      return DIGITS_ONLY.test(name)
        ? fc.bigInt(1n, 10n ** 30n).map((value) => value.toString())
        : fc.string({ unit: 'grapheme', maxLength: 40 })
    case 'TYPE_BYTES':
      return fc.uint8Array({ maxLength: 20 }).map((bytes) => Uint8Array.from(bytes))
    case 'TYPE_BOOL':
      return fc.boolean()
    case 'TYPE_INT32':
      return fc.integer()
    case 'TYPE_UINT32':
      return fc.integer({ min: 0, max: 0xff_ff_ff_ff })
    case 'TYPE_INT64':
      return fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).filter(limits.canWrite)
    case 'TYPE_UINT64':
      return fc.bigInt(0n, 2n ** 64n - 1n).filter(limits.canWrite)
    default:
      throw new Error(`no arbitrary for ${type}`)
  }
}
