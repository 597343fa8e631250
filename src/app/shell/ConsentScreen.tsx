import { Link, useRouter } from '@tanstack/react-router'
import { Button } from '../../ui/controls/Button.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import type { Consent } from '../consent.ts'

/** Asks before the first request to endpoints that a link, not the reader, has named. */
export function ConsentScreen({
  urls,
  rest,
  consent,
}: {
  readonly urls: readonly string[]
  /** `?rpc=` without them; undefined where the link names no other. */
  readonly rest: string | undefined
  readonly consent: Consent
}) {
  const router = useRouter()
  const isOne = urls.length === 1
  const title = isOne ? 'This link names its own node' : 'This link names its own nodes'
  useDocumentTitle(isOne ? 'A link to another node' : 'A link to other nodes')
  return (
    <section aria-labelledby="consent-title" className="max-w-measure">
      <h1 id="consent-title" className="text-xl">
        {title}
      </h1>
      {isOne ? (
        <p className="my-3">
          It wants the figures read from <b className="break-all">{urls[0]}</b>. Nothing has been
          sent there yet. Whoever runs that node will see your network address and what you look at,
          and a dishonest one can show you anything.
        </p>
      ) : (
        <>
          <p className="my-3">It wants the figures read from</p>
          <ul className="my-3 list-disc ps-5">
            {urls.map((url) => (
              <li key={url}>
                <b className="break-all">{url}</b>
              </li>
            ))}
          </ul>
          <p className="my-3">
            Nothing has been sent there yet. Whoever runs these nodes will see your network address
            and what you look at, and dishonest ones can show you anything.
          </p>
        </>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          onClick={() => {
            for (const url of urls) consent.give(url)
            void router.invalidate()
          }}
        >
          {isOne ? 'Use this node' : `Use these ${urls.length} nodes`}
        </Button>
        {rest !== undefined && (
          <Link to="." search={(search) => ({ ...search, rpc: rest })}>
            Open the same page without {isOne ? 'it' : 'them'}
          </Link>
        )}
        <Link to="." search={(search) => ({ ...search, rpc: undefined })}>
          Open the same page with the default nodes
        </Link>
      </div>
    </section>
  )
}
