import { formatCount } from '../../domain/format-integer.ts'
import type { SkippedRecord } from '../../domain/market/market.ts'
import { Callout } from '../../ui/page/Callout.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** Records of the deployment that no node could tell; nothing where there are none. */
export function SkippedRecords({ skipped }: { readonly skipped: readonly SkippedRecord[] }) {
  if (skipped.length === 0) return null
  return (
    <Callout tone="warn" title={`${formatCount(skipped.length, 'record')} could not be read`}>
      <ul>
        {skipped.map(({ list, name, reason }) => (
          <li key={`${list} ${name}`}>
            One of the {list}: <HostileText text={name} limit={240} />.{' '}
            <span className="text-ink-2">
              <HostileText text={reason} limit={240} />
            </span>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
