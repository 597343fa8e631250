import type { ComponentProps, ReactNode } from 'react'
import { memo } from 'react'
import type { Components } from 'react-markdown'
import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { type HeadingStart, levelHeadings, type MarkdownNode } from './heading-levels.ts'
import { RemoteImage } from './RemoteImage.tsx'

export interface MarkdownPieceProps {
  /** Sanitised already. */
  readonly text: string
  readonly headings: HeadingStart
}

/**
 * Markdown by a stranger. Raw HTML is shown as the text it is; links follow the rules of ExternalLink; images are links
 * that the reader may open. Drawing it asks nothing of any server. Headings begin below those of a page.
 */
export const MarkdownPiece = memo(({ text, headings }: MarkdownPieceProps) => (
  <ReactMarkdown
    remarkPlugins={[remarkGfm, () => (tree: MarkdownNode) => levelHeadings(tree, headings)]}
    components={COMPONENTS}
    // Every URL goes through ExternalLink, which keeps the words of a link it refuses.
    urlTransform={keepUrl}
  >
    {text}
  </ReactMarkdown>
))
MarkdownPiece.displayName = 'MarkdownPiece'

const keepUrl = (url: string): string => url

interface ChildrenProps {
  readonly children?: ReactNode
}

/** Only what is listed here passes on an attribute, so that none of the text's own reaches the page. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <ExternalLink url={href ?? ''}>{flatten(children)}</ExternalLink>,
  img: ({ src, alt }) => <RemoteImage url={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  p: ({ children }) => <p>{children}</p>,
  ul: ({ children }) => <ul>{children}</ul>,
  ol: ({ children, start }) => <ol start={start}>{children}</ol>,
  li: ({ children }) => <li>{children}</li>,
  sup: ({ children }) => <sup>{children}</sup>,
  section: ({ children }: ChildrenProps) => <div className="mt-4 text-s">{children}</div>,
  code: ({ children }) => <code>{children}</code>,
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0}>{children}</pre>
  ),
  input: ({ checked }) => <span>{checked === true ? '[x]' : '[ ]'}</span>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark of the page
    <div role="group" aria-label="Table" tabIndex={0} className="prose-scroll">
      <table>{children}</table>
    </div>
  ),
  th: ({ children, style }) => (
    <th scope="col" className={alignClass(style)}>
      {children}
    </th>
  ),
  td: ({ children, style }) => <td className={alignClass(style)}>{children}</td>,
}

function alignClass(style: ComponentProps<'td'>['style']): string | undefined {
  if (style?.textAlign === 'right') return 'text-end'
  return style?.textAlign === 'center' ? 'text-center' : undefined
}

/** Words of a link as one text where they are, so that they can be compared with its host. */
function flatten(children: ReactNode): ReactNode {
  if (!Array.isArray(children)) return children
  const isText = children.every((child: unknown) => typeof child === 'string')
  return isText ? children.join('') : children
}
