import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod/mini'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

const enumType = z.object({
  name: z.string(),
  value: z.array(z.object({ name: z.string(), number: z._default(z.number(), 0) })),
})
const fieldType = z.object({
  name: z.string(),
  number: z.number(),
  label: z.string(),
  type: z.string(),
  typeName: z.optional(z.string()),
})
const messageType = z.object({
  name: z.string(),
  field: z._default(z.array(fieldType), []),
  enumType: z._default(z.array(enumType), []),
  get nestedType() {
    return z._default(z.array(messageType), [])
  },
})
const image = z.object({
  file: z.array(
    z.object({
      name: z.string(),
      package: z.string(),
      messageType: z._default(z.array(messageType), []),
      enumType: z._default(z.array(enumType), []),
    }),
  ),
})

export type FieldDescriptor = z.infer<typeof fieldType>

/** A message of our .proto files, as buf read it. */
export interface MessageDescriptor {
  /** `akash.market.v1.Lease`; a nested one is `akash.market.v1.Outer.Inner`. */
  readonly name: string
  /** Without its ending: `akash/market/v1/lease`. */
  readonly file: string
  /** The name code generators give it: `Outer_Inner`. */
  readonly codeName: string
  readonly fields: readonly FieldDescriptor[]
}

export interface ProtoImage {
  readonly messages: ReadonlyMap<string, MessageDescriptor>
  /** Numbers of every enum. */
  readonly enums: ReadonlyMap<string, readonly number[]>
}

/** Compiles the .proto files with buf, offline. */
export function readProtoImage(): ProtoImage {
  const text = execFileSync(
    'node_modules/.bin/buf',
    ['build', 'src/chain/proto', '-o', '-#format=json'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const messages = new Map<string, MessageDescriptor>()
  const enums = new Map<string, readonly number[]>()
  const visit = (
    file: string,
    scope: string,
    prefix: string,
    types: readonly z.infer<typeof messageType>[],
    enumTypes: readonly z.infer<typeof enumType>[],
  ) => {
    for (const { name, value } of enumTypes) {
      enums.set(
        `${scope}.${name}`,
        value.map(({ number }) => number),
      )
    }
    for (const type of types) {
      const name = `${scope}.${type.name}`
      const codeName = prefix + type.name
      messages.set(name, { name, file, codeName, fields: type.field })
      visit(file, name, `${codeName}_`, type.nestedType, type.enumType)
    }
  }
  for (const file of image.parse(JSON.parse(text)).file) {
    visit(file.name.replace(/\.proto$/, ''), file.package, '', file.messageType, file.enumType)
  }
  return { messages, enums }
}
