import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FailureMessage } from './FailureMessage.tsx'
import { FigureText } from './FigureText.tsx'

describe('FailureMessage', () => {
  it('names the state, says what to do, and keeps the words of the node apart', () => {
    const html = renderToStaticMarkup(
      <FailureMessage
        failure={{
          kind: 'pruned',
          sentence: 'The node no longer has height 5. Choose an archive node.',
          detail: 'version mismatch <b>\u202e',
        }}
        onRetry={() => undefined}
      />,
    )
    expect(html).toContain('Pruned on this node')
    expect(html).toContain('Choose an archive node.')
    expect(html).toContain('Try again')
    expect(html).toContain('&lt;b&gt;‹U+202E›')
    expect(html).toContain('role="alert"')
  })

  it('does not interrupt for what is no fault', () => {
    const html = renderToStaticMarkup(
      <FailureMessage failure={{ kind: 'not-found', sentence: 'There is no proposal 351.' }} />,
    )
    expect(html).toContain('role="status"')
  })
})

describe('FigureText', () => {
  it('shows why a figure is missing, never a zero', () => {
    const html = renderToStaticMarkup(
      <FigureText
        label="turnout"
        figure={{ kind: 'failed', failure: { kind: 'timed-out', sentence: 'No answer in 10 s.' } }}
      >
        {(value: number) => value}
      </FigureText>,
    )
    expect(html).toContain('the node took too long')
    expect(html).toContain('No answer in 10 s.')
    expect(html).not.toContain('>0<')
  })
})
