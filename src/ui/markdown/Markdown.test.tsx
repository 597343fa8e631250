import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './Markdown.tsx'

const draw = (text: string) => renderToStaticMarkup(<Markdown text={text} />)
/** All that a browser would fetch, run or be led astray by. */
const ACTIVE = /<(?:img|script|iframe|style|link|object|embed|form|base|meta|video|audio|source)\b/i

describe('Markdown', () => {
  it('draws what governance texts are written with', () => {
    const html = draw(
      '# Why\n\n- *one*\n- **two**\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done',
    )
    expect(html).toContain('<h3>Why</h3>')
    expect(html).toContain('<em>one</em>')
    expect(html).toContain('<td class="text-end">2</td>')
    expect(html).toContain('[x]')
  })

  it.each([
    '<script>alert(1)</script>',
    '<iframe src="https://evil.example"></iframe>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<link rel=stylesheet href=//evil.example>',
    'text <svg onload=alert(1)> text',
  ])('shows raw HTML as the text it is: %s', (text) => {
    const html = draw(text)
    expect(html).not.toMatch(ACTIVE)
    expect(html).not.toMatch(/<svg onload|<a /)
    expect(html).toContain('&lt;')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//evil.example',
    '/proposals/1',
    '#fragment',
    'https://user:secret@evil.example',
  ])('leaves a link to %s as text', (url) => {
    const html = draw(`[the words](${url})`)
    expect(html).not.toContain('href')
    expect(html).toContain('the words')
  })

  it('says where a link leads whose words say otherwise', () => {
    const html = draw('[https://akash.network](https://evil.example/x)')
    expect(html).toContain('href="https://evil.example/x"')
    expect(html).toContain('(evil.example)')
    expect(html).toContain('rel="noopener noreferrer nofollow ugc"')
  })

  it.each([
    '![a chart](https://tracker.example/pixel.png)',
    '![a chart][1]\n\n[1]: https://tracker.example/pixel.png',
  ])('fetches no image, but names its host and lets the reader open it: %s', (text) => {
    const html = draw(text)
    expect(html).not.toMatch(ACTIVE)
    expect(html).not.toContain('src=')
    expect(html).toContain('a chart')
    expect(html).toContain('(tracker.example)')
  })

  it('passes on no id, class or style of the text, so that it cannot pose as the page', () => {
    const html = draw('Note[^1]\n\n[^1]: The note\n\n```constructor\nx\n```\n\n|a|\n|:-:|\n|b|')
    expect(html).not.toMatch(/\bid=|language-|style=|data-footnote/)
  })

  it('shows characters that turn text around', () => {
    expect(draw('safe\u202egpj.exe')).toContain('‹U+202E›')
  })

  it('survives quotes in quotes without end', () => {
    expect(draw('>'.repeat(20_000))).toContain('&gt;&gt;&gt;')
  })

  it('draws the first part at once and has the rest as plain text', () => {
    const html = draw(
      Array.from({ length: 60 }, (_, i) => `## Part ${i}\n\n${'word '.repeat(80)}`).join('\n\n'),
    )
    expect(html).toContain('<h3>Part 0</h3>')
    expect(html).toContain('## Part 59')
    expect(html).toContain('aria-busy="true"')
  })
})
