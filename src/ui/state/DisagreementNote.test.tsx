import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formatOpinion } from '../page/SourceNote.tsx'
import { DisagreementNote } from './DisagreementNote.tsx'

const OPINION = {
  kind: 'differs',
  fact: { kind: 'tally', id: 353n },
  height: 27_400_494n,
  answers: [
    { value: 'yes 10 <b>', endpoints: ['https://a.test'] },
    { value: 'yes 11', endpoints: ['https://b.test', 'https://c.test\u202e'] },
  ],
} as const

describe('DisagreementNote', () => {
  it('says who says what at which height, and that neither can be relied on', () => {
    const html = renderToStaticMarkup(<DisagreementNote opinion={OPINION} what="this tally" />)
    const text = html.replace(/<[^>]*>/g, '')
    expect(html).toContain('role="alert"')
    expect(text).toContain('Nodes disagree on this tally at height 27,400,494')
    expect(text).toContain('https://a.test says: yes 10 &lt;b&gt;')
    expect(text).toContain('https://b.test, https://c.test‹U+202E› say: yes 11')
    expect(text).toContain('Do not rely on either until they agree.')
  })

  it('names the fact where it does not stand beside it', () => {
    const html = renderToStaticMarkup(<DisagreementNote opinion={OPINION} />)
    expect(html).toContain('disagree on the tally of proposal 353')
  })
})

describe('formatOpinion', () => {
  it('tells a confirmation, a disagreement and no opinion apart', () => {
    expect(formatOpinion({ kind: 'agreed', height: 9n, endpoints: ['https://b.test'] })).toBe(
      'Confirmed to the byte by https://b.test at height 9.',
    )
    expect(formatOpinion(OPINION)).toContain('do not rely on it')
    expect(formatOpinion({ kind: 'alone', height: 9n, sentence: 'Nobody answers.' })).toBe(
      'Not confirmed at height 9. Nobody answers.',
    )
  })
})
