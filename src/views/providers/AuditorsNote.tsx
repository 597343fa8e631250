import { formatInteger } from '../../domain/format-integer.ts'
import type { Provider } from '../../domain/market/market.ts'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { AddressText } from '../../ui/text/AddressText.tsx'

/** How many accounts signed attributes of a provider, and which. */
export function AuditorsNote({ record }: { readonly record: Provider | undefined }) {
  if (record === undefined) return <span className="text-ink-3">not known</span>
  const { auditors } = record
  if (auditors.length === 0) return 'none'
  return (
    <Popover
      trigger={formatInteger(auditors.length)}
      label="Accounts that signed attributes of it"
      isDeferred
      className="underline decoration-rule-strong decoration-dotted underline-offset-4"
    >
      {auditors.map((auditor) => (
        <span key={auditor} className="block">
          <AddressText address={auditor} />
        </span>
      ))}
    </Popover>
  )
}
