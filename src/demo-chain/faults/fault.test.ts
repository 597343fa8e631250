import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFault } from './describe-fault.ts'
import { BLOCK_FAULTS, COUNTED_FAULTS, type Fault, PLAIN_FAULTS, TIMED_FAULTS } from './fault.ts'
import { FAULT_EXAMPLES } from './fault-examples.ts'
import { formatFault } from './format-fault.ts'
import { parseFault } from './parse-fault.ts'

const whole = fc.integer({ min: 0, max: 10 ** 12 - 1 })
const positive = fc.integer({ min: 1, max: 10 ** 12 - 1 })
const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...PLAIN_FAULTS) }),
  fc.record({ kind: fc.constantFrom(...TIMED_FAULTS), ms: positive }),
  fc.record({ kind: fc.constant('clock-skew'), ms: positive.map((ms) => -ms) }),
  fc.record({ kind: fc.constantFrom(...BLOCK_FAULTS), blocks: positive.map(BigInt) }),
  fc.record({ kind: fc.constantFrom(...COUNTED_FAULTS), requests: whole }),
  fc.record({ kind: fc.constant('rate-limit'), retryAfterS: fc.option(whole, { nil: undefined }) }),
  fc.record({
    kind: fc.constant('halt'),
    height: fc.oneof(fc.constant('now' as const), whole.map(BigInt)),
  }),
)

describe('a fault as text', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyFault, (fault) => {
        expect(parseFault(formatFault(fault))).toEqual(fault)
      }),
    )
  })

  it.each([
    ['lag:100', { kind: 'lag', blocks: 100n }],
    ['clock-skew:-5000', { kind: 'clock-skew', ms: -5000 }],
    ['rate-limit', { kind: 'rate-limit', retryAfterS: undefined }],
    ['rate-limit:30', { kind: 'rate-limit', retryAfterS: 30 }],
    ['rate-limit-after:0', { kind: 'rate-limit-after', requests: 0 }],
    ['halt:now', { kind: 'halt', height: 'now' }],
    ['halt:27400604', { kind: 'halt', height: 27400604n }],
  ])('%s is what a command line says', (text, fault) => {
    expect(parseFault(text)).toEqual(fault)
  })

  it.each([
    'nothing-known',
    '',
    'hang:',
    'hang:5',
    'lag',
    'lag:',
    'lag:0',
    'lag:-5',
    'lag:1.5',
    'late',
    'late:0',
    'late:-1',
    'late:1e3',
    'flap:0',
    'halt',
    'halt:soon',
    'rate-limit:',
    'rate-limit:x',
    'die-after:',
    'archive:hang',
    'toString',
    'lag:9999999999999',
  ])('%j is none', (text) => {
    expect(parseFault(text)).toBeUndefined()
  })

  it('has one sentence of its own for every kind, for lists of them', () => {
    const sentences = FAULT_EXAMPLES.map(describeFault)
    expect(new Set(sentences).size).toBe(FAULT_EXAMPLES.length)
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
    const listed = new Set(FAULT_EXAMPLES.map(({ kind }) => kind))
    const kinds = [...PLAIN_FAULTS, ...TIMED_FAULTS, ...BLOCK_FAULTS, ...COUNTED_FAULTS]
    expect([...listed].sort()).toEqual([...kinds, 'rate-limit', 'halt'].sort())
  })
})
