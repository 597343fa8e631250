import type { AepAuthor } from '../../domain/registry/aep.ts'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

const GITHUB_HANDLE = /^@([A-Za-z\d](?:[A-Za-z\d-]{0,38}))$/

/** Who the document names as its authors. */
export function AuthorsText({ authors }: { readonly authors: readonly AepAuthor[] }) {
  if (authors.length === 0) return <span className="text-ink-3">none named</span>
  return (
    <ul>
      {authors.map(({ name, handle }) => (
        <li key={`${name} ${handle ?? ''}`}>
          <HostileText text={name} limit={60} isCutSilently />
          {handle !== undefined && (
            <>
              {' '}
              <Handle handle={handle} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Handle({ handle }: { readonly handle: string }) {
  const login = GITHUB_HANDLE.exec(handle)?.[1]
  if (login === undefined) {
    return (
      <span className="text-ink-3">
        <HostileText text={handle} limit={60} isCutSilently />
      </span>
    )
  }
  return <ExternalLink url={`https://github.com/${login}`}>{handle}</ExternalLink>
}
