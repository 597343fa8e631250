import type { Delivery } from '../../domain/link/link.ts'
import type { Aep, LaterAep } from '../../domain/registry/aep.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { DeliveryBadge } from '../../ui/aep/DeliveryBadge.tsx'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { DependencyGraph } from './DependencyGraph.tsx'
import type { Dependencies } from './dependencies.ts'

export interface DependencyPartProps {
  readonly aep: number
  readonly dependencies: Dependencies
  readonly documents: readonly Aep[]
  readonly laterAeps: readonly LaterAep[]
  /** undefined while the chain is being read. */
  readonly deliveries: ReadonlyMap<number, Delivery> | undefined
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}

const FIELDS: readonly (readonly [
  keyof Pick<Dependencies, 'requires' | 'requiredBy' | 'replaces' | 'replacedBy'>,
  string,
])[] = [
  ['requires', 'Requires'],
  ['requiredBy', 'Required by'],
  ['replaces', 'Replaces'],
  ['replacedBy', 'Replaced by'],
]

/** What it builds on and what it stands in for, drawn and in words. */
export function DependencyPart({
  aep,
  dependencies,
  documents,
  laterAeps,
  deliveries,
  isWhole,
}: DependencyPartProps) {
  const byNumber = new Map(documents.map((document) => [document.number, document]))
  if (dependencies.levels.size <= 1) {
    return (
      <p className="border-t border-rule pt-2 text-s text-ink-2">
        {byNumber.has(aep)
          ? 'None: its document names no other AEP it requires or replaces, and no other names it so.'
          : 'Not known: its document is not read. No document that is read requires or replaces it.'}
      </p>
    )
  }
  const later = new Map(laterAeps.map((one) => [one.number, one]))
  const statusOf = (number: number) => {
    const document = byNumber.get(number)
    if (document === undefined) return later.has(number) ? 'not read' : 'no document'
    return document.status === 'other' ? 'other' : document.status
  }
  return (
    <>
      <DependencyGraph aep={aep} dependencies={dependencies} statusOf={statusOf} />
      <div className="mt-3">
        <DefinitionList
          rows={FIELDS.flatMap(([field, label]) =>
            dependencies[field].length === 0
              ? []
              : [
                  {
                    key: field,
                    label,
                    value: (
                      <ul className="grid gap-1">
                        {dependencies[field].map((number) => (
                          <li key={number} className="flex flex-wrap items-baseline gap-x-2">
                            <Named
                              number={number}
                              title={byNumber.get(number)?.title ?? later.get(number)?.title}
                            />
                            <span className="text-xs text-ink-3">{statusOf(number)}</span>
                            {deliveries !== undefined && (
                              <DeliveryBadge
                                kind={deliveries.get(number)?.kind ?? 'nothing-found'}
                                isWhole={isWhole}
                              />
                            )}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ],
          )}
        />
      </div>
    </>
  )
}

function Named({ number, title }: { readonly number: number; readonly title: string | undefined }) {
  return (
    <AepNumberLink aep={number}>
      {title !== undefined && (
        <>
          {' '}
          <AepTitle title={title} limit={80} />
        </>
      )}
    </AepNumberLink>
  )
}
