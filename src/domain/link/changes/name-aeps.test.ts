import { expect, it } from 'vitest'
import { nameAeps } from './name-aeps.ts'

const upTo = (length: number) => Array.from({ length }, (_, index) => index + 1)

it('names AEPs as a sentence does, and counts the rest of a long list', () => {
  expect([[], [76], [76, 78], [1, 2, 3]].map(nameAeps)).toEqual([
    '',
    'AEP-76',
    'AEP-76 and AEP-78',
    'AEP-1, AEP-2 and AEP-3',
  ])
  expect(nameAeps(upTo(9))).toMatch(/AEP-8 and AEP-9$/)
  expect(nameAeps(upTo(20))).toMatch(/AEP-8 and 12 others$/)
})
