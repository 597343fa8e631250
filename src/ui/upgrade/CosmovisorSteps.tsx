import type { CosmovisorGuide } from '../../domain/upgrades/plan-check/cosmovisor-steps.ts'
import { CopyButton } from '../text/CopyButton.tsx'

/** What a validator types to have the binary in place. */
export function CosmovisorSteps({ guide }: { readonly guide: CosmovisorGuide }) {
  if (guide.kind === 'unsafe-name') {
    return (
      <p className="max-w-measure text-s text-ink-2">
        There are no commands to copy: with this plan’s name in them they would do something else
        than they say.
      </p>
    )
  }
  return (
    <>
      <p className="max-w-measure text-s text-ink-2">
        cosmovisor starts{' '}
        <span className="font-mono text-[0.92em] break-all text-ink">{guide.folder}</span>
        <CopyButton text={guide.folder} what="path" /> when the height comes, unless DAEMON_HOME or
        DAEMON_NAME say otherwise.
      </p>
      <ol className="mt-2 text-s">
        {guide.steps.map(({ title, command }) => (
          <li key={title} className="border-t border-rule py-2">
            <p className="text-ink-2">{title}</p>
            <div className="flex items-start gap-2">
              <pre className="min-w-0 flex-1 font-mono text-[0.92em] break-all whitespace-pre-wrap">
                {command}
              </pre>
              <CopyButton text={command} what={`command: ${title}`} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
