import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { parseEndpointUrl } from '../../rpc/parse-endpoint-url.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSession } from './session-context.ts'

/** Takes the address of a node. Typing it is agreeing to call it. */
export function EndpointForm({ onChosen }: { readonly onChosen: () => void }) {
  const { environment } = useSession()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const id = useId()

  function choose(): void {
    const parsed = parseEndpointUrl(text)
    if (parsed.kind === 'refused') {
      setProblem(
        parsed.suggestion === undefined
          ? parsed.sentence
          : `${parsed.sentence} Did you mean ${parsed.suggestion}?`,
      )
      return
    }
    environment.consent.give(parsed.url)
    setProblem(undefined)
    onChosen()
    void navigate({
      to: '/proposals',
      search: { rpc: parsed.url, network: undefined, height: undefined },
    })
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        choose()
      }}
    >
      <label htmlFor={id} className="mb-1 block text-xs text-ink-2">
        Address of a CometBFT RPC node
      </label>
      <div className="flex gap-2">
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
          className="min-h-9 min-w-0 flex-1 rounded-m border border-edge bg-paper px-3 text-s placeholder:text-ink-3"
        />
        <Button type="submit">Use it</Button>
      </div>
      <p id={`${id}-problem`} role="alert" className="mt-1 min-h-5 text-xs text-bad">
        {problem}
      </p>
    </form>
  )
}
