import { isBlankText } from '../../domain/format-chain-text.ts'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { parseExternalUrl } from '../text/external-url.ts'

export interface RemoteImageProps {
  readonly url: string
  readonly alt: string
}

/** An image of a text is never fetched: its server would learn who reads. The reader may open it in a new tab. */
export function RemoteImage({ url, alt }: RemoteImageProps) {
  const words = isBlankText(alt) ? 'without description' : alt
  return (
    <span className="my-1 inline-block max-w-full rounded-s border border-dashed border-edge px-2 py-0.5 text-s">
      <span className="text-ink-3">Image, not loaded: </span>
      {parseExternalUrl(url) === undefined ? (
        words
      ) : (
        // As an element, so that the host is named whatever the words claim.
        <ExternalLink url={url}>
          <span>{words}</span>
        </ExternalLink>
      )}
    </span>
  )
}
