import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { UpgradeEta } from '../../domain/upgrades/eta/upgrade-eta.ts'
import { checkPlan } from '../../domain/upgrades/plan-check/check-plan.ts'
import { INFO_URL, planInput } from '../../domain/upgrades/plan-check/testing/plan-input.ts'
import { PlanPanel, type PlanPanelProps } from './PlanPanel.tsx'

const now = new Date('2026-03-23T11:00:00Z')
const source = {
  chainId: 'akashnet-2',
  height: 26_020_000n,
  time: now,
  endpoint: 'https://node.example',
  query: 'header',
}
const range = planInput().eta

function draw(parts: Partial<PlanPanelProps['report']>): string {
  const { plan } = planInput()
  return renderToStaticMarkup(
    <PlanPanel
      now={now}
      report={{
        plan,
        eta: range && { eta: range, source },
        failure: undefined,
        checks: checkPlan(planInput()),
        file: { kind: 'not-asked' },
        fileUrl: undefined,
        fetchFile: () => undefined,
        guide: { kind: 'unsafe-name' },
        retry: () => undefined,
        ...parts,
      }}
    />,
  ).replaceAll(/<[^>]+>/g, '')
}

const drawEta = (eta: UpgradeEta) => draw({ eta: { eta, source } })
const sample = { count: 3, lowest: 1n, highest: 12n, standstills: [] }

describe('PlanPanel', () => {
  it('counts down in a range and names its edges, the likely moment and the blocks left', () => {
    const text = draw({})
    expect(text).toContain('In 2 h 30 min to 3 h 30 min')
    expect(text).toContain('between 13:30 and 14:30 UTC on 2026-03-23, likely 14:00')
    expect(text).toContain('1,000 blocks left')
    expect(text).toContain('Calendar file (.ics)')
    expect(text).toContain('Plan checks: 11 of 11 checks pass')
  })

  it('says that not enough blocks were seen instead of a time, and offers no calendar file', () => {
    const text = drawEta({ kind: 'not-enough-blocks', blocksLeft: 595n, sample })
    expect(text).toContain('Not enough blocks seen to say when. 595 blocks left; 3 headers over 11')
    expect(text).not.toContain('likely 1')
    expect(text).not.toContain('.ics')
  })

  it('gives a height beyond all calendars its years, and one that has come no countdown', () => {
    const far = drawEta({ kind: 'too-far', blocksLeft: 2n ** 53n, years: 1_712.4, sample })
    expect(far).toContain('About 1,712 years away')
    expect(drawEta({ kind: 'reached', blocksAgo: 0n })).toContain('The height has come.')
  })

  it('says why there is no estimate, and still judges the plan', () => {
    const failure = { kind: 'unreachable', sentence: 'No node answered.' } as const
    const text = draw({ eta: undefined, failure })
    expect(text).toContain('When the height comes could not be estimated')
    expect(text).toContain('No node answered.')
    expect(text).toContain('Plan checks')
  })

  it('asks before a stranger’s server is called, and shows what it serves as text', () => {
    expect(draw({ fileUrl: INFO_URL })).toContain('Fetch and check that file')
    const file = {
      url: INFO_URL,
      text: '<img src=x onerror=alert(1)>\u202e',
      sha256: 'ab'.repeat(32),
      before: undefined,
    }
    const text = draw({ fileUrl: INFO_URL, file: { kind: 'fetched', file } })
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;‹U+202E›')
    expect(text).not.toContain('Fetch and check that file')
  })

  it('shows the beginning of an address of hundreds of kilobytes', () => {
    const fileUrl = `https://files.example/${'a'.repeat(400_000)}`
    const text = draw({ fileUrl })
    expect(text).toContain('The plan points at https://files.example/aaa')
    expect(text.length).toBeLessThan(5_000)
  })

  it('gives no commands to copy for a name that would turn them into others', () => {
    expect(draw({})).toContain('There are no commands to copy')
  })
})
