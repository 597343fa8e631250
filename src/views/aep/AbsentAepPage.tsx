import { Link } from '@tanstack/react-router'
import { formatInteger } from '../../domain/format-integer.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import { EvidenceSource } from '../../ui/aep/EvidenceLine.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { FoundAep } from './find-aep.ts'
import { LinksTable } from './LinksTable.tsx'

export interface AbsentAepPageProps {
  readonly found: FoundAep & { readonly kind: 'absent' | 'impossible' | 'not-a-number' }
  /** As the address has it. */
  readonly text: string
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
  readonly now: Date
}

/** A number that no AEP has, with what is known about that. */
export function AbsentAepPage({ found, text, reading, now }: AbsentAepPageProps) {
  const links =
    found.kind === 'absent'
      ? (reading.linked?.table.links.filter(({ aep }) => aep === found.number) ?? [])
      : []
  return (
    <>
      <Kicker>AEP</Kicker>
      <PageTitle>
        {found.kind === 'not-a-number' ? (
          <HostileText text={text} limit={80} isCutSilently />
        ) : (
          `AEP-${found.number}`
        )}
      </PageTitle>
      <Lede>
        <Sentence found={found} />
      </Lede>
      {found.kind === 'absent' && (
        <ul className="mb-6 text-s">
          {found.absent.sources.map((source) => (
            <li key={source}>
              <EvidenceSource source={source} />
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <div className="mb-6">
          <p className="mb-2 max-w-measure text-s text-ink-2">
            Texts on this chain name the number nevertheless:
          </p>
          <LinksTable
            label={`Texts that name AEP-${found.kind === 'absent' ? found.number : ''}`}
            links={links}
          />
        </div>
      )}
      <Link to="/aeps" search={{}}>
        All AEPs
      </Link>
      <p className="mt-6 border-t border-dotted border-rule-strong pt-1 text-xs text-ink-3">
        <RegistryNote freshness={reading.freshness} now={now} />
      </p>
    </>
  )
}

function Sentence({ found }: Pick<AbsentAepPageProps, 'found'>) {
  if (found.kind === 'absent') {
    return (
      <>
        <b>No AEP has this number.</b>{' '}
        <HostileText text={found.absent.reason} limit={400} isCutSilently />
      </>
    )
  }
  if (found.kind === 'not-a-number') {
    return (
      <>
        <b>This is no number of an AEP.</b> Their addresses end in a number, such as 76.
      </>
    )
  }
  return found.number === 0 ? (
    <>
      <b>There is no AEP-0.</b> AEPs are counted from 1.
    </>
  ) : (
    <>
      <b>No AEP has this number.</b> The highest known is {formatInteger(found.highest)}; a number
      as high as this is more likely that of a discussion or a pull request.
    </>
  )
}
