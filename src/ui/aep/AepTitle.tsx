import { HostileText } from '../text/HostileText.tsx'

/** The title of a document, which its author chose. */
export function AepTitle({
  title,
  limit = 160,
}: {
  readonly title: string
  readonly limit?: number
}) {
  return <HostileText text={title} limit={limit} isCutSilently absence="(no title)" />
}
