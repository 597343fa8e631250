import { describe, expect, it } from 'vitest'
import { toggleValue } from './option.ts'

const options = [
  { value: 'passed', label: 'Passed' },
  { value: 'failed', label: 'Failed' },
  { value: 'voting', label: 'In vote' },
]

describe('toggleValue', () => {
  it('keeps the order of the options, so that one selection has one URL', () => {
    expect(toggleValue(options, ['voting'], 'passed')).toEqual(['passed', 'voting'])
  })

  it('takes out what is in, and values that are not offered any more', () => {
    expect(toggleValue(options, ['passed', 'gone', 'voting'], 'passed')).toEqual(['voting'])
  })
})
