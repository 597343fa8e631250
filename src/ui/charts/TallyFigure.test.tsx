import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import type { Tally } from '../../domain/proposal.ts'
import { TallyFigure } from './TallyFigure.tsx'
import { TallyMini } from './TallyMini.tsx'

const tally = { yes: 50n, no: 25n, noWithVeto: 5n, abstain: 10n }
const negative = { ...tally, abstain: -7n }
const none = { yes: 0n, no: 0n, noWithVeto: 0n, abstain: 0n }

function figure(of: Tally, bondedTokens: bigint | undefined = 200n) {
  return renderToStaticMarkup(
    <TallyFigure
      tally={of}
      denom="uakt"
      bondedTokens={bondedTokens}
      quorum={DEC_ONE / 5n}
      threshold={DEC_ONE / 2n}
      vetoThreshold={(334n * DEC_ONE) / 1000n}
    />,
  ).replaceAll('\u202f', ' ')
}

describe('TallyFigure', () => {
  it('draws both bars with the marks that decide', () => {
    const html = figure(tally)
    expect(html).toContain('quorum 20 %')
    expect(html).toContain('threshold 50 %')
    expect(html).toContain('limit 33.4 %')
    expect(html.match(/role="img"/g)).toHaveLength(2)
  })

  it('says so instead of drawing a turnout of an unknown stake', () => {
    const html = renderToStaticMarkup(
      <TallyFigure
        tally={tally}
        denom="uakt"
        bondedTokens={undefined}
        quorum={undefined}
        threshold={undefined}
        vetoThreshold={undefined}
      />,
    )
    expect(html).toContain('turnout is not drawn')
    expect(html.match(/role="img"/g)).toHaveLength(1)
  })

  it('shows the numbers of an impossible tally and draws none of them', () => {
    const html = figure(negative)
    expect(html).toContain('The chain stores an impossible tally')
    expect(html).toContain('\u22127')
    expect(html).not.toContain('role="img"')
  })

  it('says that there are no votes yet', () => {
    expect(figure(none)).toContain('no votes yet')
  })
})

describe('TallyMini', () => {
  const mini = (of: Tally | undefined) => renderToStaticMarkup(<TallyMini tally={of} />)

  it('has a word for every state in which there is nothing to draw', () => {
    expect(mini(undefined)).toContain('no tally stored')
    expect(mini(none)).toContain('no votes yet')
    expect(mini(negative)).toContain('impossible tally stored')
    expect(renderToStaticMarkup(<TallyMini tally={none} isFinal />)).toContain('no votes were cast')
  })

  it('draws the decision alone when the bonded stake is not known', () => {
    expect(mini(tally).match(/role="img"/g)).toHaveLength(1)
  })
})
