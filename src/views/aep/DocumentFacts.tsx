import type { Aep } from '../../domain/registry/aep.ts'
import { documentUrl } from '../../ui/aep/document-url.ts'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** The fields of the document as it has them, and where it stands. */
export function DocumentFacts({ aep, asOf }: { readonly aep: Aep; readonly asOf: string }) {
  const url = documentUrl(aep)
  const written: readonly (readonly [string, string, string | undefined])[] = [
    ['type', 'Type', aep.type],
    ['category', 'Category', aep.category],
    ['roadmap', 'Roadmap', aep.roadmap],
    ['created', 'Created', aep.created],
    ['updated', 'Updated', aep.updated],
    ['completed', 'Completed', aep.completed],
    ['estimate', 'Estimated completion', aep.estimatedCompletion],
  ]
  return (
    <DefinitionList
      rows={[
        ...written.flatMap(([key, label, value]) =>
          value === undefined
            ? []
            : [{ key, label, value: <HostileText text={value} limit={60} isCutSilently /> }],
        ),
        {
          key: 'resolution',
          label: 'Resolution',
          value:
            aep.resolution === undefined ? (
              <span className="text-ink-3">none given</span>
            ) : (
              <Links text={aep.resolution} />
            ),
        },
        {
          key: 'discussion',
          label: 'Discussion',
          value:
            aep.discussionsTo === undefined ? (
              <span className="text-ink-3">none given</span>
            ) : (
              <Links text={aep.discussionsTo} />
            ),
        },
        ...(aep.misspelt === undefined || aep.misspelt.length === 0
          ? []
          : [
              {
                key: 'misspelt',
                label: 'Fields read although misspelt',
                value: <HostileText text={aep.misspelt.join(', ')} limit={120} isCutSilently />,
              },
            ]),
        {
          key: 'document',
          label: 'The document',
          note: `as of ${asOf}`,
          value:
            url === undefined ? (
              <HostileText text={aep.path} limit={120} isCutSilently />
            ) : (
              <ExternalLink url={url}>
                <HostileText text={aep.path} limit={120} isCutSilently />
              </ExternalLink>
            ),
        },
      ]}
    />
  )
}

/** A field that may hold several addresses, or words; each is shown once. */
function Links({ text }: { readonly text: string }) {
  const parts = [...new Set(text.split(/[\s,]+/))].filter((part) => part !== '')
  return (
    <ul>
      {parts.slice(0, 6).map((part) => (
        <li key={part}>
          <ExternalLink url={part} />
        </li>
      ))}
    </ul>
  )
}
