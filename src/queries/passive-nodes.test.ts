import { describe, expect, it } from 'vitest'
import { countPassively, explainReading, formatPassiveCount } from './passive-nodes.ts'
import { EMPTY_HEALTH } from './testing/empty-health.ts'

const names = ['a', 'b', 'c']
const good = (endpoint: string) => ({ ...EMPTY_HEALTH, endpoint, lastSuccessAtMs: 1 })
const failing = (endpoint: string) => ({ ...EMPTY_HEALTH, endpoint, failuresInARow: 1 })

describe('the nodes by passing traffic', () => {
  it('counts one that was not asked neither as answering nor as failing', () => {
    const count = countPassively(names, [good('a'), failing('b')])
    expect(count).toEqual({ total: 3, answering: 1, failing: 1 })
    expect(formatPassiveCount(count)).toBe('1 of 3 endpoints answers, 1 fails, 1 was not asked')
  })

  it('leaves out what belongs to another list', () => {
    expect(countPassively(names, [good('z')])).toEqual({ total: 3, answering: 0, failing: 0 })
  })

  it('says why figures come from this endpoint and not from one before it', () => {
    const healthOf = (name: string) => (name === 'a' ? failing('a') : good(name))
    expect(explainReading('a', names, healthOf)).toBe('the first of your list')
    expect(explainReading('b', names, healthOf)).toBe('the first of your list that answers')
    expect(explainReading('c', names, healthOf)).toContain('faster or more reliably')
    expect(explainReading('a', ['a'], healthOf)).toBe('the only one chosen')
  })
})
