import { expect, it } from 'vitest'
import { computeLorenz } from '../../../domain/market/lorenz.ts'
import { describeLorenz } from './describe-lorenz.ts'

const curve = (...weights: readonly bigint[]) =>
  computeLorenz(weights.map((weight, index) => ({ name: `p${index}`, weight })))

it.each([
  [1, 'The smallest of 3 providers holds 10.0 %, the other 2: 90.0 %.'],
  [2, 'The smallest 2 of 3 providers hold 40.0 %, the other 1: 60.0 %.'],
  [3, 'All 3 hold all.'],
])('says what the smallest %s hold, and what is left to the others', (holders, sentence) => {
  const text = describeLorenz(curve(6n, 3n, 1n), holders, 'providers')
  expect(text.replaceAll('\u202f', ' ')).toBe(sentence)
})

it('never tells of more holders than there are', () => {
  expect(describeLorenz(curve(6n, 3n, 1n), 561, 'providers')).toBe('All 3 hold all.')
})

it('says who holds all alone', () => {
  expect(describeLorenz(curve(6n), 1, 'tenants')).toBe('One alone holds all.')
})

it('never rounds a small holding to nothing, nor a great one to all', () => {
  const text = describeLorenz(curve(1_000_000n, 1n), 1, 'tenants')
  expect(text.replaceAll('\u202f', ' ')).toBe(
    'The smallest of 2 tenants holds <0.1 %, the other 1: >99.9 %.',
  )
})
