import { formatInteger } from '../../domain/format-integer.ts'
import type { Provider } from '../../domain/market/market.ts'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** How many attributes a provider signs of itself, and which. */
export function AttributesNote({ record }: { readonly record: Provider | undefined }) {
  if (record === undefined) return <span className="text-ink-3">not known</span>
  const { attributes } = record
  if (attributes.length === 0) return 'none'
  return (
    <Popover
      trigger={formatInteger(attributes.length)}
      label="What the provider says of itself"
      isDeferred
      className="underline decoration-rule-strong decoration-dotted underline-offset-4"
    >
      <span className="block max-h-72 overflow-auto">
        {attributes.map(({ key, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: keys may repeat, and the list does not change
          <span key={index} className="block text-xs">
            <HostileText text={key} isCutSilently />: <HostileText text={value} isCutSilently />
          </span>
        ))}
      </span>
    </Popover>
  )
}
