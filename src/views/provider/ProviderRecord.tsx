import type { Figure } from '../../domain/figure.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { Provider } from '../../domain/market/market.ts'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

export interface ProviderRecordProps {
  readonly providers: Figure<readonly Provider[]>
  readonly record: Provider | undefined
  readonly now: Date
}

/** Its own words on the provider module's list, and who signed them. */
export function ProviderRecord({ providers, record, now }: ProviderRecordProps) {
  if (providers.kind === 'loading') {
    return (
      <div className="text-s">
        <Skeleton lines={5} label="the provider’s record" />
      </div>
    )
  }
  if (providers.kind === 'failed') {
    return (
      <FailureMessage failure={providers.failure} title="The list of providers could not be read" />
    )
  }
  if (record === undefined) {
    return <p className="text-s text-ink-2">Nothing: it is not on the list of providers.</p>
  }
  const { hostUri, email, website, attributes, auditors } = record
  return (
    <>
      <DefinitionList
        rows={[
          { key: 'host', label: 'Host', value: <ExternalLink url={hostUri} /> },
          {
            key: 'website',
            label: 'Website',
            value: website === '' ? <None /> : <ExternalLink url={website} />,
          },
          {
            key: 'email',
            label: 'Email',
            value: email === '' ? <None /> : <HostileText text={email} limit={120} />,
          },
          {
            key: 'auditors',
            label: 'Audited by',
            note: 'accounts that signed attributes of it',
            value:
              auditors.length === 0 ? (
                <span className="text-ink-3">nobody</span>
              ) : (
                auditors.map((auditor) => (
                  <span key={auditor} className="block">
                    <AddressText address={auditor} />
                  </span>
                ))
              ),
          },
          {
            key: 'attributes',
            label: 'Attributes',
            note: 'its own claims; nobody measures them',
            value:
              attributes.length === 0 ? (
                <None />
              ) : (
                <details>
                  <summary className="min-h-6">
                    {formatCount(attributes.length, 'attribute')}
                  </summary>
                  <ul>
                    {attributes.map(({ key, value }, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a key may be there twice
                      <li key={index} className="py-0.5">
                        <span className="font-mono text-xs text-ink-2">
                          <HostileText text={key} limit={120} />
                        </span>
                        : <HostileText text={value} limit={200} />
                      </li>
                    ))}
                  </ul>
                </details>
              ),
          },
        ]}
      />
      <SourceNote source={providers.source} now={now} form="inline" />
    </>
  )
}

function None() {
  return <span className="text-ink-3">none given</span>
}
