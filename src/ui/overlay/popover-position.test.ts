import { describe, expect, it } from 'vitest'
import { choosePopoverPosition } from './popover-position.ts'

const viewport = { width: 1000, height: 800, scrollX: 0, scrollY: 300 }
const anchorAt = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 20 })

describe('choosePopoverPosition', () => {
  it('opens below and scrolls along with the page', () => {
    // 100 + 20 below the window's top, 300 scrolled, 4 apart
    expect(choosePopoverPosition(anchorAt(40, 100), viewport)).toEqual({ top: 424, left: 40 })
  })

  it('keeps to the right edge of its anchor on the right half, so that it does not leave the window', () => {
    expect(choosePopoverPosition(anchorAt(900, 100), viewport)).toEqual({ top: 424, right: 40 })
  })

  it('opens upwards near the lower edge', () => {
    // 800 - 700 - 300 + 4: measured from the lower edge of the first screenful
    expect(choosePopoverPosition(anchorAt(40, 700), viewport)).toEqual({ bottom: -196, left: 40 })
  })

  it('stays off the edges of a phone', () => {
    expect(choosePopoverPosition(anchorAt(0, 10), viewport).left).toBe(8)
  })

  it('spans a phone, where no side has room', () => {
    const phone = { width: 375, height: 800, scrollX: 0, scrollY: 0 }
    const anchor = { top: 100, bottom: 124, left: 150, right: 200 }
    expect(choosePopoverPosition(anchor, phone)).toEqual({ top: 128, left: 8, right: 8 })
  })
})
