import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '../../ui/controls/Button.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** The error boundary: a mistake in this app, not in the chain. */
export function CrashScreen({ error, reset }: ErrorComponentProps) {
  return (
    <section role="alert" className="max-w-measure">
      <h1 className="text-xl">This screen broke</h1>
      <p className="my-3">
        That is a mistake in the app, not on the chain. Nothing is lost: try again, or reload the
        page. If it stays, please report the line below.
      </p>
      <p className="my-3 font-mono text-xs text-ink-2">
        <HostileText text={error instanceof Error ? error.message : String(error)} />
      </p>
      <Button onClick={reset}>Try again</Button>
    </section>
  )
}
