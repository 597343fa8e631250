import { describe, expect, it } from 'vitest'
import { nextSort } from './table-column.ts'

describe('nextSort', () => {
  it('turns the same column around', () => {
    const sort = nextSort({ columnId: 'id', direction: 'descending' }, 'id')
    expect(sort).toEqual({ columnId: 'id', direction: 'ascending' })
    expect(nextSort(sort, 'id')).toEqual({ columnId: 'id', direction: 'descending' })
  })

  it('begins another column with the direction that column is read in', () => {
    expect(nextSort({ columnId: 'id', direction: 'ascending' }, 'title', 'ascending')).toEqual({
      columnId: 'title',
      direction: 'ascending',
    })
    expect(nextSort(undefined, 'power').direction).toBe('descending')
  })
})
