import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { IconName } from '../Icon.tsx'
import { Icon } from '../Icon.tsx'
import { HostileText } from '../text/HostileText.tsx'

export type StateTone = 'quiet' | 'warn' | 'bad'

export interface StateMessageProps {
  /** @default 'quiet' */
  readonly tone?: StateTone
  readonly icon?: IconName
  /** Names the state in a few words. */
  readonly title: ReactNode
  /** What happened, a sentence. */
  readonly sentence: ReactNode
  /** What the reader can do, a sentence. */
  readonly advice?: ReactNode
  readonly actions?: ReactNode
  /** Words of a node or of an error; shown on demand, as a stranger's. */
  readonly detail?: string | undefined
}

const TONES: Readonly<Record<StateTone, string>> = {
  quiet: 'text-ink-3',
  warn: 'text-warn',
  bad: 'text-bad',
}

/** Says why there is nothing to show. Failures interrupt a screen reader, the quiet states do not. */
export function StateMessage({
  tone = 'quiet',
  icon = tone === 'quiet' ? 'info' : 'alert',
  title,
  sentence,
  advice,
  actions,
  detail,
}: StateMessageProps) {
  return (
    <div
      role={tone === 'quiet' ? 'status' : 'alert'}
      className="grid max-w-measure grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-y border-rule py-4 text-s"
    >
      <span className={classNames('text-l', TONES[tone])}>
        <Icon name={icon} />
      </span>
      <div>
        <p className="text-m font-semibold">{title}</p>
        <p>{sentence}</p>
        {advice !== undefined && <p className="text-ink-2">{advice}</p>}
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
        {detail !== undefined && detail !== '' && (
          <details className="mt-2 text-xs text-ink-2">
            <summary className="min-h-6 py-0.5">Technical details</summary>
            <div className="mt-1 max-h-60 overflow-auto bg-sunk p-2 font-mono">
              <HostileText text={detail} form="block" />
            </div>
          </details>
        )}
      </div>
    </div>
  )
}
