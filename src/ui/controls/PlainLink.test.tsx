import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { isPlainClick, PlainLink } from './PlainLink.tsx'

const click = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false }

describe('isPlainClick', () => {
  it('leaves clicks that ask for a new tab or window to the browser', () => {
    expect(isPlainClick(click)).toBe(true)
    expect(isPlainClick({ ...click, metaKey: true })).toBe(false)
    expect(isPlainClick({ ...click, ctrlKey: true })).toBe(false)
    expect(isPlainClick({ ...click, shiftKey: true })).toBe(false)
    expect(isPlainClick({ ...click, button: 1 })).toBe(false)
  })

  it('leaves alone what another handler has dealt with', () => {
    expect(isPlainClick({ ...click, defaultPrevented: true })).toBe(false)
  })
})

describe('PlainLink', () => {
  it('is a link of the platform, so that it works without a router', () => {
    expect(
      renderToStaticMarkup(
        <PlainLink href="/proposals" isCurrent>
          Proposals
        </PlainLink>,
      ),
    ).toBe('<a href="/proposals" aria-current="page">Proposals</a>')
  })
})
