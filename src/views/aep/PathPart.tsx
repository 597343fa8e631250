import type { ReactNode } from 'react'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { computePath } from './compute-path.ts'
import { LinksTable } from './LinksTable.tsx'
import { PathPicture } from './PathPicture.tsx'

export interface PathPartProps {
  readonly aep: number
  readonly status: ReactNode
  readonly linked: LinkedRegistry
}

/** The picture first, the table with all that speaks for it below; coincidences apart. */
export function PathPart({ aep, status, linked }: PathPartProps) {
  const links = linked.table.links.filter((link) => link.aep === aep)
  const suggestions = linked.table.suggestions.filter((link) => link.aep === aep)
  return (
    <>
      {links.length === 0 ? (
        <NothingFound linked={linked} />
      ) : (
        <>
          <PathPicture
            aep={aep}
            status={status}
            path={computePath(links, linked.ground.proposals)}
            basis={linked.basis.kind}
          />
          <div className="mt-6">
            <LinksTable label={`Links of AEP-${aep} and their evidence`} links={links} />
          </div>
        </>
      )}
      {suggestions.length > 0 && (
        <section className="mt-6 border-s-3 border-dotted border-rule-strong ps-3.5">
          <h3 className="text-s">Only a coincidence of days</h3>
          <p className="max-w-measure text-s text-ink-2">
            The document’s date of completion is within two days of these upgrades. Such dates were
            often written in afterwards or ahead, so this says nothing by itself and counts nowhere.
          </p>
          <div className="mt-2">
            <LinksTable
              label={`Coincidences of AEP-${aep}, not counted`}
              links={suggestions}
              areCoincidences
            />
          </div>
        </section>
      )}
    </>
  )
}

function NothingFound({ linked: { basis } }: { readonly linked: LinkedRegistry }) {
  return (
    <p className="max-w-measure border-t border-rule pt-2 text-s text-ink-2">
      {basis.kind === 'record'
        ? 'No link of it is on record. No node was asked, so a newer proposal may name it.'
        : basis.isWhole
          ? 'Every proposal and every upgrade of this chain was looked at, and so were the release notes, minutes and reviewed rows on record: none names it.'
          : 'None of the proposals and upgrades read so far names it; older ones are still to be read.'}
    </p>
  )
}
