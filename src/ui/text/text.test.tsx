import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AddressText } from './AddressText.tsx'
import { AmountText } from './AmountText.tsx'
import { ExternalLink } from './ExternalLink.tsx'
import { HostileText } from './HostileText.tsx'
import { ShareText } from './ShareText.tsx'
import { TimeText } from './TimeText.tsx'

const now = new Date('2026-06-11T03:06:23Z')
const words = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')

describe('AmountText', () => {
  it('has the exact amount and its base units at hand when it shows a short one', () => {
    const html = renderToStaticMarkup(
      <AmountText coin={{ denom: 'uakt', amount: 96_984_000_123_456n }} form="compact" />,
    )
    expect(words(html)).toBe('96.98 M AKT')
    expect(html.replaceAll('\u00a0', ' ')).toContain(
      'title="96,984,000.123456 AKT = 96984000123456 uakt"',
    )
  })

  it('isolates a hostile denomination', () => {
    const html = renderToStaticMarkup(<AmountText coin={{ denom: 'u\u202ekat', amount: 1n }} />)
    expect(html).not.toContain('\u202e')
    expect(html).toContain('chain-text')
  })
})

describe('TimeText', () => {
  it('shows a time of today without its date, and all of it in the title', () => {
    const html = renderToStaticMarkup(
      <TimeText date={new Date('2026-06-11T03:30:58Z')} now={now} />,
    )
    expect(words(html)).toBe('in 24 min 03:30:58 UTC')
    expect(html).toContain('dateTime="2026-06-11T03:30:58.000Z"')
    expect(html).toMatch(/title="in 24 min: 2026-06-11 03:30:58 UTC(, .* on this device)?"/)
  })

  it('shows another day with its date', () => {
    const html = renderToStaticMarkup(
      <TimeText date={new Date('2025-10-28T14:00:03Z')} now={now} form="line" />,
    )
    expect(words(html)).toBe('7 months ago (2025-10-28 14:00 UTC)')
  })

  it('says "not recorded" for a time the chain does not have, instead of year 1', () => {
    for (const date of [undefined, new Date('0001-01-01T00:00:00Z')]) {
      expect(words(renderToStaticMarkup(<TimeText date={date} now={now} />))).toBe('not recorded')
    }
  })
})

describe('ShareText', () => {
  it('says that a share is not known rather than 0 %', () => {
    expect(words(renderToStaticMarkup(<ShareText share={undefined} />))).toBe('not known')
  })
})

describe('AddressText', () => {
  it('has the whole address in its title and on its button', () => {
    const html = renderToStaticMarkup(
      <AddressText address="akash1x4uuk3cjtqq9zwqh0scx6jlctw2rflgzgrt40d" href="/a" />,
    )
    expect(html).toContain('title="akash1x4uuk3cjtqq9zwqh0scx6jlctw2rflgzgrt40d"')
    expect(words(html)).toBe('akash1x4u…rt40d')
    expect(html).toContain('aria-label="Copy address"')
  })

  it('says that there is none, as on proposals of the old chain', () => {
    expect(words(renderToStaticMarkup(<AddressText address="" />))).toBe('not recorded')
  })
})

describe('HostileText', () => {
  it('isolates and marks', () => {
    expect(renderToStaticMarkup(<HostileText text={'a\u202eb'} />)).toBe(
      '<bdi class="chain-text">a‹U+202E›b</bdi>',
    )
  })

  it('cuts what is long and offers the rest', () => {
    const html = words(renderToStaticMarkup(<HostileText text={'x'.repeat(20_000)} />))
    expect(html).toBe(`${'x'.repeat(300)}… Show all 20,000 characters`)
  })

  it('says when nothing can be seen', () => {
    expect(words(renderToStaticMarkup(<HostileText text={'\u200b \u3164'} />))).toBe('(blank)')
  })
})

describe('ExternalLink', () => {
  it('opens apart, tells nobody where the reader came from, and names the host', () => {
    const html = renderToStaticMarkup(
      <ExternalLink url="https://example.org/a">the paper</ExternalLink>,
    )
    expect(html).toContain('target="_blank"')
    expect(html).toContain('rel="noopener noreferrer nofollow ugc"')
    expect(words(html)).toContain('the paper (example.org)')
  })

  it('leaves a link it refuses as text', () => {
    expect(renderToStaticMarkup(<ExternalLink url="javascript:alert(1)">x</ExternalLink>)).toBe(
      '<bdi class="chain-text">x</bdi>',
    )
  })
})
