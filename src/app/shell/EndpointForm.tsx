import { useId, useState } from 'react'
import { parseEndpointUrl } from '../../rpc/parse-endpoint-url.ts'
import { Button } from '../../ui/controls/Button.tsx'
import type { Consent } from '../consent.ts'

export interface EndpointFormProps {
  readonly consent: Consent
  /** Reads this endpoint after those of the list; undefined where it would not be of their chain. */
  readonly onAdd: ((url: string) => void) | undefined
  /** Reads this endpoint and no other, whatever chain it is of. */
  readonly onReadAlone: (url: string) => void
}

/** Takes the address of a node. Typing it is agreeing to call it. */
export function EndpointForm({ consent, onAdd, onReadAlone }: EndpointFormProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const id = useId()

  function choose(then: (url: string) => void): void {
    const parsed = parseEndpointUrl(text)
    if (parsed.kind === 'refused') {
      setProblem(
        parsed.suggestion === undefined
          ? parsed.sentence
          : `${parsed.sentence} Did you mean ${parsed.suggestion}?`,
      )
      return
    }
    consent.give(parsed.url)
    setProblem(undefined)
    then(parsed.url)
  }

  return (
    <form
      noValidate
      className="max-w-measure"
      onSubmit={(event) => {
        event.preventDefault()
        choose(onAdd ?? onReadAlone)
      }}
    >
      <label htmlFor={id} className="mb-1 block text-xs text-ink-2">
        Address of a CometBFT RPC node
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://rpc.example.org"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          className="min-h-9 min-w-60 flex-1 rounded-m border border-edge bg-paper px-3 text-s placeholder:text-ink-3"
        />
        {onAdd !== undefined && <Button type="submit">Add it</Button>}
        <Button
          type={onAdd === undefined ? 'submit' : 'button'}
          {...(onAdd === undefined ? {} : { onClick: () => choose(onReadAlone) })}
        >
          Use it alone
        </Button>
      </div>
      <p id={`${id}-problem`} role="alert" className="mt-1 min-h-5 text-xs text-bad">
        {problem}
      </p>
    </form>
  )
}
