import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ConvertedMark } from './ConvertedMark.tsx'
import { KindBadge } from './KindBadge.tsx'
import { StatusBadge } from './StatusBadge.tsx'

describe('StatusBadge', () => {
  it('says the status in words and a sign, not by colour alone', () => {
    const html = renderToStaticMarkup(<StatusBadge status="PROPOSAL_STATUS_REJECTED" />)
    expect(html).toContain('Rejected')
    expect(html).toContain('<svg')
  })
})

describe('ConvertedMark', () => {
  it('tells those who voted that their votes are gone', () => {
    const html = renderToStaticMarkup(<ConvertedMark conversion="converted" form="long" />)
    expect(html).toContain('must vote again')
  })

  it('claims nothing where the chain keeps no trace', () => {
    expect(renderToStaticMarkup(<ConvertedMark conversion="cannot-tell" />)).toBe('')
    expect(renderToStaticMarkup(<ConvertedMark conversion="not-converted" form="long" />)).toBe('')
    expect(renderToStaticMarkup(<ConvertedMark conversion="cannot-tell" form="long" />)).toContain(
      'cannot be told',
    )
  })
})

describe('KindBadge', () => {
  it('names a kind once, and counts what does not fit', () => {
    const kinds = ['market', 'take', 'bme', 'oracle', 'market'].map(
      (name) => `/akash.${name}.v1.MsgUpdateParams`,
    )
    expect(renderToStaticMarkup(<KindBadge typeUrls={kinds} />)).toContain(
      '>parameters: market, parameters: take, parameters: bme and 1 more<',
    )
  })
})
