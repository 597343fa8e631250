import type { ReactNode } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatFactName, type Opinion } from '../../domain/second-opinion.ts'
import { Callout } from '../page/Callout.tsx'
import { HostileText } from '../text/HostileText.tsx'

export interface DisagreementNoteProps {
  readonly opinion: Extract<Opinion, { kind: 'differs' }>
  /** Names the fact where it stands, e.g. "this tally". @default the fact's own name */
  readonly what?: string
  /** A link to the screen about nodes. */
  readonly link?: ReactNode
}

/** The alarm on a fact that two nodes tell differently. */
export function DisagreementNote({ opinion, what, link }: DisagreementNoteProps) {
  const { answers, fact, height } = opinion
  const endpoints = answers.flatMap((answer) => answer.endpoints)
  return (
    <div role="alert">
      <Callout
        tone="bad"
        title={`${endpoints.length === 2 ? 'Two nodes' : 'Nodes'} disagree on ${what ?? formatFactName(fact)} at height ${formatInteger(height)}`}
      >
        <ul className="my-1 list-disc ps-5">
          {answers.map(({ value, endpoints: saying }) => (
            <li key={saying.join(' ')}>
              {saying.map((endpoint, index) => (
                <span key={endpoint}>
                  {index > 0 && ', '}
                  <HostileText text={endpoint} limit={80} isCutSilently />
                </span>
              ))}{' '}
              {saying.length === 1 ? 'says' : 'say'}: <HostileText text={value} limit={240} />
            </li>
          ))}
        </ul>
        <p>
          One of them is wrong, on another fork, or lies. Do not rely on{' '}
          {answers.length === 2 ? 'either' : 'any'} until they agree
          {link === undefined ? '.' : '; '}
          {link !== undefined && <>{link}.</>}
        </p>
      </Callout>
    </div>
  )
}
