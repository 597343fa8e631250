import type { WireField } from '../../../src/demo-chain/application/wire-fields.ts'
import {
  encodeBytesField,
  encodeIntegerField,
  readFields,
  WireFieldError,
} from '../../../src/demo-chain/application/wire-fields.ts'
import {
  bigEndian64,
  concatBytes,
  decodeHex,
  decodeUtf8,
  encodeHex,
  encodeUtf8,
} from '../../../src/demo-chain/server/bytes.ts'
import type { Json, JsonObject } from '../../../src/demo-chain/server/json.ts'
import { isJsonObject } from '../../../src/demo-chain/server/json.ts'
import type { Namesakes } from './namesakes.ts'
import type { Asked } from './recorded-exchange.ts'

/** The question of a recording as it is put to the demo chain: every name in it replaced by the demo's own of its kind. */
export function translateRequest({ httpMethod, target, body }: Asked, names: Namesakes): Asked {
  return {
    httpMethod,
    target: translateTarget(target, names),
    body: Array.isArray(body)
      ? body.map((member) => translateCall(member, names))
      : translateCall(body, names),
  }
}

function translateCall(call: Json, names: Namesakes): Json {
  if (!isJsonObject(call)) return call
  const { params } = call
  if (Array.isArray(params)) {
    return { ...call, params: params.map((value) => translateHeight(value, names)) }
  }
  return isJsonObject(params) ? { ...call, params: translateParams(params, names) } : call
}

function translateParams(params: JsonObject, names: Namesakes): JsonObject {
  const path = String(params.path ?? '')
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (/height/i.test(name)) return [name, translateHeight(value, names)]
      if (typeof value !== 'string') return [name, value]
      if (name === 'data') return [name, translateData(path, value, names)]
      if (name === 'query') return [name, translateQuery(value, names)]
      return [name, name === 'hash' ? names.txHash(value) : value]
    }),
  )
}

/** Of a kind with the recorded one: text where it was text, and nothing but digits is a height. */
function translateHeight(value: Json, names: Namesakes): Json {
  if (typeof value === 'number') return Number(names.height(BigInt(value)))
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) return value
  return String(names.height(BigInt(value)))
}

function translateTarget(target: string, names: Namesakes): string {
  const path = /path=%22([^%]*)%22/.exec(target)?.[1] ?? ''
  return target
    .replace(/height=(\d+)/i, (_, height: string) => `height=${names.height(BigInt(height))}`)
    .replace(
      /data=0x([0-9a-f]*)/,
      (_, data: string) => `data=0x${translateData(path, data, names)}`,
    )
    .replace(/query=%22(.*?)%22/, (_, query: string) => {
      const translated = translateQuery(decodeURIComponent(query), names)
      return `query=%22${encodeURIComponent(translated).replaceAll("'", '%27')}%22`
    })
}

function translateQuery(query: string, names: Namesakes): string {
  return query
    .replace(
      /proposal_id='(\d+)'/g,
      (_, id: string) => `proposal_id='${names.proposal(BigInt(id))}'`,
    )
    .replace(/'(akash1\w+)'/g, (_, address: string) => `'${names.account(address)}'`)
}

type Translate = (field: WireField, names: Namesakes) => Uint8Array

const proposal: Translate = ({ number, integer }, names) =>
  encodeIntegerField(number, names.proposal(integer))

function text(rename: (value: string, names: Namesakes) => string): Translate {
  return ({ number, bytes = new Uint8Array() }, names) =>
    encodeBytesField(number, encodeUtf8(rename(decodeUtf8(bytes), names)))
}

/** A PageRequest, whose key is field 1. */
function page(rename: (key: Uint8Array, names: Namesakes) => Uint8Array): Translate {
  return ({ number, bytes = new Uint8Array() }, names) => {
    const fields = readFields(bytes).map((field) =>
      field.number === 1 && field.bytes !== undefined
        ? encodeBytesField(1, rename(field.bytes, names))
        : encodeField(field),
    )
    return encodeBytesField(number, concatBytes(...fields))
  }
}

const leaseId: Translate = ({ number, bytes = new Uint8Array() }, names) =>
  encodeBytesField(number, names.leaseId(bytes))
const account = text((address, names) => names.account(address))
const voterKey = page((key, names) => names.voterKey(key))
const operatorKey = page((key, names) => names.operatorKey(key))
const proposalKey = page((key, names) =>
  key.length === 8 ? bigEndian64(names.proposal(readBigEndian(key))) : key,
)

/** What the fields of a query name. */
const FIELDS: ReadonlyMap<string, Readonly<Record<number, Translate>>> = new Map([
  ['/cosmos.gov.v1.Query/Proposal', { 1: proposal }],
  ['/cosmos.gov.v1.Query/TallyResult', { 1: proposal }],
  ['/cosmos.gov.v1.Query/Deposits', { 1: proposal }],
  ['/cosmos.gov.v1.Query/Votes', { 1: proposal, 2: voterKey }],
  ['/cosmos.gov.v1.Query/Vote', { 1: proposal, 2: account }],
  ['/cosmos.gov.v1.Query/Proposals', { 4: proposalKey }],
  ['/cosmos.staking.v1beta1.Query/DelegatorDelegations', { 1: account }],
  [
    '/cosmos.staking.v1beta1.Query/ValidatorDelegations',
    { 1: text((address, names) => names.operator(address)) },
  ],
  ['/cosmos.staking.v1beta1.Query/Validators', { 2: operatorKey }],
  ['/akash.market.v1beta5.Query/Lease', { 1: leaseId }],
  ['/cosmos.upgrade.v1beta1.Query/AppliedPlan', { 1: text((name, names) => names.plan(name)) }],
])

function translateData(path: string, hex: string, names: Namesakes): string {
  if (!/^([0-9a-f]{2})*$/.test(hex)) return hex
  const data = decodeHex(hex)
  if (path.startsWith('/store/')) return encodeHex(translateKey(path, data, names)).toLowerCase()
  const translations = FIELDS.get(path)
  if (translations === undefined) return hex
  try {
    const fields = readFields(data).map(
      (field) => translations[field.number]?.(field, names) ?? encodeField(field),
    )
    return encodeHex(concatBytes(...fields)).toLowerCase()
  } catch (cause) {
    if (cause instanceof WireFieldError) return hex
    throw cause
  }
}

/** Keys of x/gov: 00 or 20, then a proposal, then a voter; of x/upgrade: 01, a height, a name; of x/staking: 21, an operator. */
function translateKey(path: string, key: Uint8Array, names: Namesakes): Uint8Array {
  const [prefix = 0] = key
  const start = key.subarray(0, 1)
  if (path.startsWith('/store/gov/') && key.length >= 9 && (prefix === 0 || prefix === 0x20)) {
    const id = bigEndian64(names.proposal(readBigEndian(key.subarray(1, 9))))
    const rest = key.subarray(9)
    return concatBytes(start, id, rest.length === 0 ? rest : names.voterKey(rest))
  }
  if (path.startsWith('/store/upgrade/') && prefix === 1 && key.length > 9) {
    const plan = names.appliedPlan(decodeUtf8(key.subarray(9)))
    return concatBytes(start, bigEndian64(plan.height), encodeUtf8(plan.name))
  }
  if (path.startsWith('/store/staking/') && prefix === 0x21) {
    return concatBytes(start, names.operatorKey(key.subarray(1)))
  }
  return key
}

function encodeField({ number, integer, bytes }: WireField): Uint8Array {
  return bytes === undefined ? encodeIntegerField(number, integer) : encodeBytesField(number, bytes)
}

function readBigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}
