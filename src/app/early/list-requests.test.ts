import { describe, expect, it } from 'vitest'
import { listStartRequests } from '../../queries/list-start.ts'
import { encodeRequestBody } from '../../rpc/json-rpc.ts'
import { earlyListRequests } from './list-requests.ts'

describe('earlyListRequests', () => {
  it('is byte for byte what the app asks for, or it would be asked for twice', () => {
    const height = 27_400_494n
    expect(encodeRequestBody(earlyListRequests(height))).toBe(
      encodeRequestBody(listStartRequests(height)),
    )
  })
})
