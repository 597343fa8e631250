import { describeEtaMethod, describeEtaSample } from '../../domain/upgrades/eta/describe-method.ts'
import type { UpgradeEta } from '../../domain/upgrades/eta/upgrade-eta.ts'
import { Popover } from '../overlay/Popover.tsx'

/** How an estimate was made and from what, behind a button. */
export function EtaMethodNote({ eta }: { readonly eta: Exclude<UpgradeEta, { kind: 'reached' }> }) {
  const method = eta.kind === 'range' ? describeEtaMethod(eta) : []
  return (
    <Popover
      label="How this is reckoned"
      trigger="How this is reckoned"
      className="text-s text-ink-2 underline decoration-dotted underline-offset-3 hover:text-ink"
    >
      <Paragraphs title="Method" texts={method} />
      <Paragraphs title="Sample" texts={describeEtaSample(eta.sample)} />
    </Popover>
  )
}

function Paragraphs({
  title,
  texts,
}: {
  readonly title: string
  readonly texts: readonly string[]
}) {
  if (texts.length === 0) return null
  return (
    <span className="mb-2 block last:mb-0">
      <span className="block text-xs text-ink-3">{title}</span>
      {texts.map((text) => (
        <span key={text} className="chain-text mb-1.5 block">
          {text}
        </span>
      ))}
    </span>
  )
}
