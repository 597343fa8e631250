import { describe, expect, it } from 'vitest'
import { formatOrigin } from './SourceNote.tsx'

const source = {
  chainId: 'akashnet-2',
  height: 27_400_494n,
  time: new Date('2026-06-11T03:05:21Z'),
  endpoint: 'https://rpc.example:8443/',
  query: '/cosmos.gov.v1.Query/Proposals',
}
const now = new Date('2026-06-11T03:06:23Z')

describe('formatOrigin', () => {
  it('names height, time and node in one line', () => {
    expect(formatOrigin(source, now)).toBe('height 27,400,494 · 03:05:21 UTC · rpc.example:8443')
  })

  it('leaves out a time no node would tell', () => {
    expect(formatOrigin({ ...source, time: undefined }, now)).toBe(
      'height 27,400,494 · rpc.example:8443',
    )
  })
})
