import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideMarkdown } from './divide-markdown.ts'

const paragraph = `${'word '.repeat(100).trim()}.`
const kinds = (text: string) => divideMarkdown(text).map((part) => part.kind)

describe('divideMarkdown', () => {
  it('leaves a short text whole', () => {
    expect(divideMarkdown('# Title\n\nText')).toEqual([
      { kind: 'markdown', text: '# Title\n\nText' },
    ])
  })

  it('divides a long one between paragraphs into parts that are quick to draw', () => {
    const parts = divideMarkdown(Array.from({ length: 40 }, () => paragraph).join('\n\n'))
    expect(parts.length).toBeGreaterThan(6)
    expect(parts.every((part) => part.kind === 'markdown' && part.text.length < 3000)).toBe(true)
    expect(parts.every((part) => part.text.startsWith('word'))).toBe(true)
  })

  it('does not divide a code fence, whose blank lines are part of it', () => {
    const fence = `\`\`\`\n${Array.from({ length: 20 }, () => 'a line of code in a fence\n\nx').join('\n')}\n\`\`\``
    const parts = divideMarkdown(`${paragraph}\n\n${paragraph}\n\n${paragraph}\n\n${fence}`)
    const withFence = parts.filter((part) => part.text.includes('```'))
    expect(withFence).toHaveLength(1)
    expect(withFence[0]?.text.match(/```/g)).toHaveLength(2)
  })

  it('keeps indented paragraphs with the list item they belong to', () => {
    const item = `- ${paragraph}\n\n  ${paragraph}`
    const parts = divideMarkdown([item, item, item].join('\n\n'))
    expect(parts.every((part) => part.text.startsWith('- '))).toBe(true)
  })

  it('repeats link definitions, which may stand far from where they are used', () => {
    const text = `See [the paper][1].\n\n${Array.from({ length: 9 }, () => paragraph).join('\n\n')}\n\n[1]: https://example.org/`
    expect(divideMarkdown(text)[0]?.text).toContain('[1]: https://example.org/')
  })

  it.each([
    ['quotes in quotes', '>'.repeat(5000)],
    ['lists in lists', `${'- '.repeat(60)}x`],
    ['deep indentation', `${' '.repeat(200)}- x`],
    ['open brackets', '['.repeat(5000)],
    ['open emphasis', '*a '.repeat(2000)],
    ['lines that may become headings', 'a\n-\n'.repeat(5000)],
    ['a table of hundreds of columns', `${'|a'.repeat(400)}\n${'|-'.repeat(400)}`],
    ['one endless line', 'x'.repeat(60_000)],
  ])('leaves %s as written, since parsing them could freeze the page', (_, text) => {
    expect(kinds(text)).toEqual(['plain'])
  })

  it('does not take the neighbours of such a block along', () => {
    expect(kinds(`Before.\n\n${'['.repeat(5000)}\n\nAfter.`)).toEqual([
      'markdown',
      'plain',
      'markdown',
    ])
  })

  it('loses no line, whatever the text', () => {
    const line = fc.constantFrom(
      '',
      'text',
      '  indented',
      '- item',
      '```',
      '~~~',
      '# Head',
      '[a]: b',
      '> q',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 400 }), (lines) => {
        const text = lines.join('\n')
        const shown = divideMarkdown(text)
          .map((part) => part.text)
          .join('\n')
        const wanted = lines.filter((one) => one !== '' && one !== '[a]: b')
        const found = shown.split('\n').filter((one) => one !== '' && one !== '[a]: b')
        return JSON.stringify(found) === JSON.stringify(wanted.filter((one) => one.trim() !== ''))
      }),
    )
  })
})
