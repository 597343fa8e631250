import { Link } from '@tanstack/react-router'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { Session } from '../session.ts'

/** The link asks for a node, network or height that cannot be had. Nothing else is used in its place. */
export function RefusedEndpoint({
  session,
}: {
  readonly session: Extract<Session, { kind: 'refused' | 'bad-height' }>
}) {
  useDocumentTitle('A link that cannot be followed')
  return (
    <section aria-labelledby="refused-title" className="max-w-measure">
      <h1 id="refused-title" className="text-xl">
        This link cannot be followed
      </h1>
      <p className="my-3">
        It says <HostileText text={session.text} limit={120} isCutSilently />.{' '}
        {session.kind === 'refused'
          ? session.sentence
          : 'A height is a whole number from 1, such as 27400494.'}
      </p>
      <Link
        to="."
        search={(search) => ({ ...search, rpc: undefined, network: undefined, height: undefined })}
      >
        Open the same page with the default nodes
      </Link>
    </section>
  )
}
