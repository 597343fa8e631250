import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { PlanFileState } from '../../domain/upgrades/plan-check/plan-check.ts'
import { Button } from '../controls/Button.tsx'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { HostileText } from '../text/HostileText.tsx'

export interface PlanFileNoteProps {
  readonly url: string
  readonly file: PlanFileState
  readonly onFetch: () => void
}

/** x/upgrade bounds no length, so an address can be hundreds of kilobytes. */
const LONGEST_SHOWN = 300

/** The file a plan points at, fetched only where the reader agrees, and shown as the text it is. */
export function PlanFileNote({ url, file, onFetch }: PlanFileNoteProps) {
  const cut = cutText(url, LONGEST_SHOWN)
  return (
    <div className="max-w-measure text-s">
      <p>
        The plan points at{' '}
        <ExternalLink url={url}>
          {sanitizeChainText(cut === undefined ? url : `${cut}…`)}
        </ExternalLink>
        .
      </p>
      {file.kind === 'not-asked' && (
        <div className="mt-2">
          <Button onClick={onFetch}>Fetch and check that file</Button>
          <p className="mt-1 text-xs text-ink-3">
            It is on a server the proposer chose, which will see that somebody at your address asks.
          </p>
        </div>
      )}
      {file.kind === 'loading' && <p className="text-ink-2">Being fetched…</p>}
      {file.kind === 'not-public' && (
        <p className="text-ink-2">
          It is not fetched from here: only https addresses of the public internet are.
        </p>
      )}
      {file.kind === 'failed' && (
        <div className="mt-1">
          <p className="text-ink-2">{file.reason}</p>
          <div className="mt-2">
            <Button onClick={onFetch}>Try again</Button>
          </div>
        </div>
      )}
      {file.kind === 'fetched' && (
        <details className="mt-1">
          <summary className="text-ink-2">What it serves now</summary>
          <div className="mt-1 font-mono text-[0.92em]">
            <HostileText text={file.file.text} form="block" limit={2_000} absence="(nothing)" />
          </div>
        </details>
      )}
    </div>
  )
}
