import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { decodeBase64 } from '../bytes.ts'
import { QueryDeploymentResponse } from '../proto/generated/akash/deployment/v1beta4/query.ts'
import { Order } from '../proto/generated/akash/market/v1beta5/order.ts'
import {
  QueryBidResponse,
  QueryLeaseResponse,
} from '../proto/generated/akash/market/v1beta5/query.ts'
import { decodeBid } from './decode-bid.ts'
import { decodeDeployment } from './decode-deployment.ts'
import { decodeLease } from './decode-lease.ts'
import { decodeOrder } from './decode-order.ts'
import { MarketRecordError } from './record-parts.ts'
import { splitPage } from './split-page.ts'
import { toBid, toDeployment, toLease, toOrder } from './testing/generated-records.ts'
import { WireError } from './wire-reader.ts'

const SCENE = path.join(import.meta.dirname, '../../../test/recordings/market')
const AnswerShape = z.object({
  response: z.object({ result: z.object({ response: z.object({ value: z.string() }) }) }),
})

type Decode = (record: Uint8Array) => unknown

/** Each kind of record, read in both ways, and how many there are. */
const KINDS: readonly (readonly [string, number, Decode, Decode])[] = [
  ['leases', 7_506, decodeLease, (bytes) => toLease(QueryLeaseResponse.decode(bytes))],
  ['bids', 9_930, decodeBid, (bytes) => toBid(QueryBidResponse.decode(bytes))],
  ['orders', 7_538, decodeOrder, (bytes) => toOrder(Order.decode(bytes))],
  [
    'deployments',
    1_536,
    decodeDeployment,
    (bytes) => toDeployment(QueryDeploymentResponse.decode(bytes)),
  ],
]

function recordsOf(kind: string): readonly Uint8Array[] {
  const files = readdirSync(SCENE).filter((name) => new RegExp(`^0\\d\\d-${kind}-`).test(name))
  return files.flatMap((name) => {
    const text = gunzipSync(readFileSync(path.join(SCENE, name))).toString()
    const { value } = AnswerShape.parse(JSON.parse(text)).response.result.response
    return splitPage(decodeBase64(value)).records
  })
}

describe.each(KINDS)('the recorded %s', (kind, count, decode, decodeSlowly) => {
  const records = recordsOf(kind)

  it('read as they do by way of the generated decoder', () => {
    expect(records).toHaveLength(count)
    // Thousands at once take `toEqual` seconds.
    const others = records.filter((one) => !isDeepStrictEqual(decode(one), decodeSlowly(one)))
    expect(others.map(decode)).toEqual(others.map(decodeSlowly))
    expect(others).toHaveLength(0)
  })

  it('fail by a named error, or not at all, where bytes of them are others', () => {
    fc.assert(
      fc.property(
        fc.nat(records.length - 1),
        fc.array(fc.tuple(fc.nat(1_000), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        (index, changes) => {
          const record = records[index]?.slice() ?? new Uint8Array()
          for (const [at, byte] of changes) record[at % record.length] = byte
          const error = errorOf(() => decode(record))
          const isNamed =
            error === undefined ||
            error instanceof WireError ||
            error instanceof MarketRecordError ||
            error instanceof RangeError
          expect([isNamed, error]).toEqual([true, error])
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

function errorOf(run: () => unknown): unknown {
  try {
    run()
    return undefined
  } catch (error) {
    return error
  }
}
