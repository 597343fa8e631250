import type { FieldValue, MessageField } from '../../domain/message.ts'
import type { WireField } from '../proto/generated/wire-schema.ts'
import { findFieldKind } from './field-kinds.ts'
import { joinLabels, labelElement, labelField } from './field-labels.ts'
import { toScalarValue, toWholeValue } from './field-value.ts'
import type { AnyBytes } from './peek.ts'
import { fieldsOf, parseWireMessage, type WireMessage, type WireValue } from './wire-message.ts'
import { bytesOf, defaultOf, isWireMessage, valuesOf } from './wire-value.ts'

/** How many messages may stand inside one another; what lies deeper is shown as bytes. */
export const MAX_MESSAGE_DEPTH = 8

const ANY = 'google.protobuf.Any'

/** Fields that carry messages to be run, which are messages of their own; any other `Any` is spelled out in rows. */
const INNER_MESSAGES: ReadonlySet<string> = new Set([
  'cosmos.authz.v1beta1.MsgExec.msgs',
  'cosmos.gov.v1.MsgExecLegacyContent.content',
  'cosmos.gov.v1.MsgSubmitProposal.messages',
  'cosmos.gov.v1beta1.MsgSubmitProposal.content',
])

/** Where in the outermost message a row stands. */
interface Place {
  readonly path: string
  readonly label: string
  /** In parameters a zero is a setting and an empty list is a choice, so both get a row. */
  readonly isComplete: boolean
  readonly depth: number
}

export interface MessageRows {
  readonly fields: MessageField[]
  readonly inner: AnyBytes[]
}

/** Every field of a message as a row, in the order of the field numbers, then those the schema does not know. */
export function readMessageRows(message: WireMessage, depth: number): MessageRows {
  const rows: MessageRows = { fields: [], inner: [] }
  const isComplete = isParameters(message.type)
  addMessage(rows, message, { path: '', label: '', isComplete, depth })
  return rows
}

export function typeOfUrl(typeUrl: string): string {
  return typeUrl.slice(typeUrl.lastIndexOf('/') + 1)
}

function isParameters(type: string): boolean {
  return type.endsWith('Params')
}

function addMessage(rows: MessageRows, message: WireMessage, place: Place): void {
  for (const field of fieldsOf(message.type) ?? []) {
    addField(rows, message, field, place)
  }
  for (const { number, bytes } of message.unknown) {
    const label = joinLabels(place.label, `Field ${number}, not known to this app`)
    rows.fields.push({
      path: join(place.path, `${number}`),
      label,
      value: { kind: 'bytes', bytes },
    })
  }
}

function addField(rows: MessageRows, message: WireMessage, field: WireField, outer: Place): void {
  const [number, name, type, isRepeated] = field
  const values = message.values.get(number) ?? []
  const place = {
    ...outer,
    path: join(outer.path, name),
    label: joinLabels(outer.label, labelField(name)),
    isComplete: outer.isComplete || isParameters(type),
  }
  if (values.length === 0) {
    addUnset(rows, message.type, field, place)
    return
  }
  const whole = toWholeValue(type, values)
  if (whole !== undefined) {
    addRow(rows, place, whole)
    return
  }
  const isInner = INNER_MESSAGES.has(`${message.type}.${name}`) && place.depth < MAX_MESSAGE_DEPTH
  values.forEach((value, index) => {
    const element = joinLabels(outer.label, labelElement(name, index))
    const at =
      isRepeated === 1 ? { ...place, path: `${place.path}[${index}]`, label: element } : place
    if (isWireMessage(value) && type === ANY) addAny(rows, value, at, isInner)
    else if (isWireMessage(value)) addEmbedded(rows, value, at)
    else addScalar(rows, message.type, field, value, at)
  })
}

function addUnset(rows: MessageRows, owner: string, field: WireField, place: Place): void {
  const [, , type, isRepeated] = field
  if (isRepeated === 1) {
    if (place.isComplete) addRow(rows, place, { kind: 'absent', text: 'none' })
    return
  }
  const value = defaultOf(type)
  if (value === undefined) {
    if (place.isComplete) addRow(rows, place, { kind: 'absent', text: 'not set' })
  } else if (value === '' || value instanceof Uint8Array) {
    if (place.isComplete) addRow(rows, place, { kind: 'absent', text: 'empty' })
  } else if (!isWireMessage(value)) {
    // Numbers and flags are not written when they are zero, which is a value like any other.
    addScalar(rows, owner, field, value, place)
  }
}

function addScalar(
  rows: MessageRows,
  owner: string,
  [, name, type]: WireField,
  value: Exclude<WireValue, WireMessage>,
  place: Place,
): void {
  addRow(rows, place, toScalarValue(type, findFieldKind(owner, name), value))
}

function addEmbedded(rows: MessageRows, message: WireMessage, place: Place): void {
  const before = rows.fields.length + rows.inner.length
  addMessage(rows, message, place)
  if (rows.fields.length + rows.inner.length > before) return
  addRow(rows, place, { kind: 'absent', text: 'empty' })
}

function addAny(rows: MessageRows, any: WireMessage, place: Place, isInner: boolean): void {
  const [typeUrl = ''] = valuesOf(any, 'type_url')
  if (typeof typeUrl !== 'string') {
    addMessage(rows, any, place)
    return
  }
  const value = bytesOf(any, 'value')
  if (isInner && any.unknown.length === 0) {
    rows.inner.push({ typeUrl, value })
    return
  }
  addRow(rows, below(place, '@type', 'Type'), { kind: 'text', text: typeUrl })
  const message =
    place.depth < MAX_MESSAGE_DEPTH ? parseWireMessage(typeOfUrl(typeUrl), value) : undefined
  if (message !== undefined) addMessage(rows, message, { ...place, depth: place.depth + 1 })
  else if (value.length > 0)
    addRow(rows, below(place, 'value', 'Value'), { kind: 'bytes', bytes: value })
  addMessage(rows, { ...any, type: '' }, place)
}

function addRow(rows: MessageRows, { path, label }: Place, value: FieldValue): void {
  rows.fields.push({ path, label: label === '' ? path : label, value })
}

function below(place: Place, name: string, label: string): Place {
  return { ...place, path: join(place.path, name), label: joinLabels(place.label, label) }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
