import { describe, expect, it } from 'vitest'
import { formatKeptVotes } from './kept-votes-sentence.ts'

describe('formatKeptVotes', () => {
  it.each<[number | undefined, string]>([
    [undefined, 'Only decided proposals were kept'],
    [0, 'Nothing was in vote when this was kept'],
    [1, 'One proposal was in vote when this was kept'],
    [1_200, '1,200 proposals were in vote when this was kept'],
  ])('tells of then and never of now: %s open', (openCount, before) => {
    expect(formatKeptVotes(openCount)).toEqual({
      before,
      now: 'what is in vote now is not known.',
    })
  })
})
