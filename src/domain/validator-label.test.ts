import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelValidators } from './validator-label.ts'

const A = 'akashvaloper18t83zzp2ly8ltvcd048pk50fhl7twmjcw3k8xv'
const B = 'akashvaloper1q9qu4vcwjrfdzv5pk0kkl6450328h63nefdmmn'
const C = 'akashvaloper14jetgtmfup6xeupt6ssamuxntashmmzvz79hns'

function labels(...monikers: string[]) {
  const operators = [A, B, C]
  const validators = monikers.map((moniker, index) => ({
    moniker,
    operatorAddress: operators[index] ?? `akashvaloper1${index}`,
  }))
  return [...labelValidators(validators).values()]
}

describe('labelValidators', () => {
  it('leaves a moniker of its own as it is', () => {
    expect(labels('Polaris Stake', 'Deep Harbor ⚓')).toEqual([
      { text: 'Polaris Stake', reason: undefined },
      { text: 'Deep Harbor ⚓', reason: undefined },
    ])
  })

  it('names a validator with a blank moniker by its address', () => {
    expect(labels('   ', '\u200b')).toEqual([
      { text: 'akashvaloper18t8…3k8xv', reason: 'blank' },
      { text: 'akashvaloper1q9q…fdmmn', reason: 'blank' },
    ])
  })

  it('adds the address where two monikers read the same, whatever their case, width or spaces', () => {
    expect(labels('Polaris', ' ＰＯＬＡＲＩＳ', 'Other')).toEqual([
      { text: 'Polaris (akashvaloper18t8…3k8xv)', reason: 'same-name' },
      { text: 'ＰＯＬＡＲＩＳ (akashvaloper1q9q…fdmmn)', reason: 'same-name' },
      { text: 'Other', reason: undefined },
    ])
  })

  it('shows what a moniker hides, for a reversed name can read like an honest one', () => {
    expect(labels('\u202eevil\u202c')).toEqual([
      { text: '‹U+202E›evil‹U+202C› (akashvaloper18t8…3k8xv)', reason: 'hidden-characters' },
    ])
  })

  it('isolates a name in a script written from right to left, so that the address stays behind it', () => {
    expect(labels('כוכב')).toEqual([
      { text: '\u2068כוכב\u2069 (akashvaloper18t8…3k8xv)', reason: 'right-to-left' },
    ])
  })

  it('writes the whole address where a moniker imitates the label of another', () => {
    expect(labels('Polaris', 'Polaris', 'Polaris (akashvaloper18t8…3k8xv)')).toEqual([
      { text: A, reason: 'same-name' },
      { text: 'Polaris (akashvaloper1q9q…fdmmn)', reason: 'same-name' },
      { text: C, reason: 'same-name' },
    ])
  })

  it('lets no validator pass for another by taking its address as moniker', () => {
    expect(labels(B, 'Other')).toEqual([
      { text: `${B} (akashvaloper18t8…3k8xv)`, reason: 'same-name' },
      { text: 'Other', reason: undefined },
    ])
  })

  it('never gives two validators one label, whatever strangers call themselves', () => {
    const moniker = fc.oneof(
      fc.constantFrom('', ' ', 'a', 'A', 'a\u200b', '\u202ea', 'כ', '(a)', B, `a (${A})`),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(moniker, { maxLength: 12 }), (monikers) => {
        const texts = labels(...monikers).map(({ text }) => text)
        expect(new Set(texts).size).toBe(monikers.length)
        expect(texts).not.toContain('')
      }),
    )
  })
})
