import { Link, useRouter } from '@tanstack/react-router'
import { Button } from '../../ui/controls/Button.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import type { Consent } from '../consent.ts'

/** Asks before the first request to an endpoint that a link, not the reader, has named. */
export function ConsentScreen({
  url,
  consent,
}: {
  readonly url: string
  readonly consent: Consent
}) {
  const router = useRouter()
  useDocumentTitle('A link to another node')
  return (
    <section aria-labelledby="consent-title" className="max-w-measure">
      <h1 id="consent-title" className="text-xl">
        This link names its own node
      </h1>
      <p className="my-3">
        It wants the figures read from <b className="break-all">{url}</b>. Nothing has been sent
        there yet. Whoever runs that node will see your network address and what you look at, and a
        dishonest one can show you anything.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <Button
          onClick={() => {
            consent.give(url)
            void router.invalidate()
          }}
        >
          Use this node
        </Button>
        <Link to="." search={(search) => ({ ...search, rpc: undefined })}>
          Open the same page with the default nodes
        </Link>
      </div>
    </section>
  )
}
