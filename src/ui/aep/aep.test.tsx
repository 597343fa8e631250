import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type PageLinks, PageLinksProvider } from '../text/page-links.ts'
import { AepNumberLink } from './AepNumberLink.tsx'
import { ChainFailureNote, type ChainFailureNoteProps } from './ChainFailureNote.tsx'
import { DeliveryBadge } from './DeliveryBadge.tsx'
import { EditorialStatusText } from './EditorialStatusText.tsx'
import { EvidenceLine } from './EvidenceLine.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'
import { OwnersText } from './OwnersText.tsx'
import { RegistryNote } from './RegistryNote.tsx'
import { ScopeNote } from './ScopeNote.tsx'

const links: PageLinks = {
  addressHref: () => undefined,
  heightHref: (height) => `/blocks/${height}`,
  proposalHref: (id) => `/proposals/${id}`,
  upgradeHref: (name) => `/upgrades/${name}`,
  aepHref: (aep) => `/aeps/${aep}`,
  groupHref: (id) => `/sigs/${id}`,
  screenHref: (path) => path,
  leaseHref: (id) => `/market/leases/${id}`,
  holderHref: (as, address) => `/market/${as}s/${address}`,
  onFollow: () => undefined,
}

const draw = (node: ReactNode) =>
  renderToStaticMarkup(<PageLinksProvider value={links}>{node}</PageLinksProvider>)
const words = (node: ReactNode) => draw(node).replace(/<[^>]*>/g, '')

describe('DeliveryBadge', () => {
  it('has a word for every state, so that colour is never all there is', () => {
    expect(words(<DeliveryBadge kind="delivered" />)).toBe('Delivered')
    expect(words(<DeliveryBadge kind="nothing-found" />)).toBe('Nothing found')
    expect(words(<DeliveryBadge kind="nothing-found" isWhole={false} />)).toBe(
      'Nothing found so far',
    )
  })
})

describe('EditorialStatusText', () => {
  it('adds how it is written where that is unusual', () => {
    expect(words(<EditorialStatusText status="Final" raw="Final" />)).toBe('Final')
    expect(words(<EditorialStatusText status="Final" raw="Final (core)" />)).toBe(
      'Final written “Final (core)”',
    )
  })

  it('isolates a status that a stranger made up', () => {
    expect(draw(<EditorialStatusText status="other" raw={'\u202eFinal'} />)).not.toContain('\u202e')
  })
})

describe('EvidenceMark', () => {
  it('says the whole word to screen readers where it shows a letter', () => {
    expect(words(<EvidenceMark class="charter" form="letter" />)).toBe('§charter')
    expect(draw(<EvidenceMark class="charter" form="letter" />)).toContain(
      '<span aria-hidden="true">§</span><span class="sr-only">charter</span>',
    )
  })
})

describe('EvidenceLine', () => {
  const line = (source: string, quote?: string) =>
    draw(
      <EvidenceLine
        evidence={{ class: 'explicit', rule: 'proposal-text', sources: [source], quote }}
      />,
    )

  it('leads to the proposal, or to the file and line', () => {
    expect(line('proposal 342, summary')).toContain('href="/proposals/342"')
    expect(line('akash-network/node:upgrades/CHANGELOG.md#L63')).toContain(
      'href="https://github.com/akash-network/node/blob/HEAD/upgrades/CHANGELOG.md',
    )
  })

  it('leaves a source without an address as text, and a quote without its tricks', () => {
    const html = line('somebody said so', 'AEP-76 \u202e<img src=x>')
    expect(html).not.toContain('<a')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('\u202e')
  })
})

describe('AepNumberLink', () => {
  it('is a text where no app is around it', () => {
    expect(draw(<AepNumberLink aep={76} />)).toContain('href="/aeps/76"')
    expect(renderToStaticMarkup(<AepNumberLink aep={76} />)).not.toContain('<a')
  })
})

describe('OwnersText', () => {
  it('tells no group in those years from a group nobody wrote down', () => {
    expect(words(<OwnersText owners={{ kind: 'no-sig-existed' }} of="AEP-8" />)).toBe(
      'no SIG existed before 2023',
    )
    expect(words(<OwnersText owners={{ kind: 'not-recorded' }} of="AEP-8" />)).toBe('not recorded')
  })

  it('has each group with how that is known', () => {
    const html = draw(
      <OwnersText
        owners={{
          kind: 'groups',
          ties: [
            {
              group: 'sig-chain',
              confidence: 'high',
              evidence: [{ class: 'documentary', rule: 'minutes', source: 'a' }],
            },
          ],
        }}
        of="AEP-76"
      />,
    )
    expect(html).toContain('href="/sigs/sig-chain"')
    expect(html).toContain('aria-label="Evidence, documentary: sig-chain and AEP-76"')
  })
})

describe('RegistryNote', () => {
  const now = new Date('2026-11-21T12:00:00Z')

  it('says as of when documents are, and what a look at the repository has changed', () => {
    expect(
      words(<RegistryNote freshness={{ kind: 'committed', day: '2026-08-20' }} now={now} />),
    ).toBe('Documents as of 2026-08-20, as they came with this page.')
    const at = new Date('2026-11-21T11:58:00Z')
    const refreshed = { kind: 'refreshed', at, day: '2026-08-20' } as const
    expect(
      words(<RegistryNote freshness={{ ...refreshed, added: 5, changed: 2 }} now={now} />),
    ).toBe(
      'Documents as the AEP repository has them, read 2 min ago; since 2026-08-20, 5 documents more and 2 changed.',
    )
  })

  it('isolates and cuts what the index says of itself, such as the name of a field', () => {
    const note = `Row 3: The field \u202e${'x'.repeat(2_000)} is neither text nor a list.`
    const html = draw(
      <RegistryNote freshness={{ kind: 'committed', day: '2026-08-20', note }} now={now} />,
    )
    expect(html).not.toContain('\u202e')
    expect(html.length).toBeLessThan(800)
  })
})

describe('ScopeNote', () => {
  it('says which records of akashnet-2 hold on another chain, and nothing on akashnet-2', () => {
    expect(
      words(<ScopeNote table={{ chainId: 'akashnet-2', scope: { kind: 'own-chain' } }} />),
    ).toBe('')
    const scope = { kind: 'same-upgrades', names: ['v1.0.0'] } as const
    expect(words(<ScopeNote table={{ chainId: 'testnet-9', scope }} />)).toMatch(
      /^This chain is testnet-9, and what is on record is about akashnet-2\. .* 1 upgrade applied under the same name and height/,
    )
  })
})

describe('ChainFailureNote', () => {
  it('says whose word stands where the chain could not be read', () => {
    const failure = { kind: 'offline', sentence: 'There is no network.' } as const
    const note = (chain: ChainFailureNoteProps['chain'], isRecord: boolean) =>
      words(<ChainFailureNote chain={chain} isRecord={isRecord} onRetry={() => undefined} />)
    const failed = note({ kind: 'failed', failure }, true)
    expect(failed).toContain('The chain could not be read')
    expect(failed).toContain('on record of akashnet-2 elsewhere, not what a node told')
    const partly = note({ kind: 'partly', failure }, false)
    expect(partly).toContain('Not all of the chain could be read')
    expect(partly).not.toContain('akashnet-2')
  })

  it('says nothing of a chain that is on its way, for that is no failure', () => {
    const note = (chain: ChainFailureNoteProps['chain']) =>
      draw(<ChainFailureNote chain={chain} isRecord={false} onRetry={() => undefined} />)
    expect(note({ kind: 'partly', failure: undefined })).toBe('')
    expect(note({ kind: 'reading' })).toBe('')
  })
})
