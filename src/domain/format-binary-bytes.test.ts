import { describe, expect, it } from 'vitest'
import { formatBinaryBytes, formatVcpus } from './format-binary-bytes.ts'

describe('formatBinaryBytes', () => {
  it('counts by 1,024, as leases are written', () => {
    expect(formatBinaryBytes(1n)).toBe('1\u00a0byte')
    expect(formatBinaryBytes(1023n)).toBe('1023\u00a0bytes')
    expect(formatBinaryBytes(8n * 1024n ** 3n)).toBe('8\u00a0GiB')
    expect(formatBinaryBytes(1536n * 1024n ** 3n)).toBe('1.5\u00a0TiB')
  })

  it('rounds down, so that nothing reads as more than it is', () => {
    expect(formatBinaryBytes(1024n ** 3n - 1n)).toBe('1,023.9\u00a0MiB')
  })

  it('has no unit beyond exbibytes', () => {
    expect(formatBinaryBytes(5_000n * 1024n ** 6n)).toBe('5,000\u00a0EiB')
  })
})

describe('formatVcpus', () => {
  it('keeps thousandths that are there and no zeros', () => {
    expect(formatVcpus(500n)).toBe('0.5\u00a0vCPU')
    expect(formatVcpus(9_536_500n)).toBe('9,536.5\u00a0vCPU')
    expect(formatVcpus(4_001n)).toBe('4.001\u00a0vCPU')
    expect(formatVcpus(2_000n)).toBe('2\u00a0vCPU')
  })
})
