import { describe, expect, it } from 'vitest'
import { formatLeads } from './format-leads.ts'

describe('formatLeads', () => {
  it.each([
    [['Ada'], 'Ada'],
    [['Ada', 'Bob'], 'Ada, Bob'],
    // "and 1 more" is as long as the name.
    [['Ada', 'Bob', 'Cem'], 'Ada, Bob, Cem'],
    [['Ada', 'Bob', 'Cem', 'Dora'], 'Ada, Bob and 2 more'],
  ])('writes %j as %j where two fit', (leads, text) => {
    expect(formatLeads(leads, 2)).toBe(text)
  })

  it('is nothing where no lead is recorded, which is not an empty name', () => {
    expect(formatLeads([], 3)).toBeUndefined()
  })
})
