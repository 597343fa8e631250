import { formatByteSize } from '../../domain/format-bytes.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import { formatMessageKind } from '../../domain/format-message-kind.ts'
import type { Message } from '../../domain/message.ts'
import { DefinitionList } from '../page/DefinitionList.tsx'
import { HostileText } from '../text/HostileText.tsx'
import { BytesView } from './BytesView.tsx'
import type { FieldValueViewProps } from './FieldValueView.tsx'
import { FieldValueView } from './FieldValueView.tsx'

export interface MessageFieldsProps extends Omit<FieldValueViewProps, 'value'> {
  readonly message: Message
  /** How deep this message stands inside others. @default 0 */
  readonly depth?: number
}

/** Messages can be nested without end; deeper ones are counted, not drawn. */
const DEEPEST = 6

/** A message in rows, with those inside it; or the bytes of one that could not be decoded. */
export function MessageFields({ message, depth = 0, ...context }: MessageFieldsProps) {
  if (message.kind === 'undecoded') return <UndecodedMessage message={message} />
  return (
    <article className="mb-4">
      <Head
        title={message.summary === '' ? formatMessageKind(message.typeUrl) : message.summary}
        typeUrl={message.typeUrl}
      />
      <DefinitionList
        rows={message.fields.map((field, index) => ({
          key: `${index} ${field.path}`,
          label: field.label,
          note: sanitizeChainText(field.path),
          value: <FieldValueView value={field.value} {...context} />,
        }))}
      />
      {message.fields.length === 0 && message.inner.length === 0 && (
        <p className="text-s text-ink-3">This message has no fields.</p>
      )}
      {message.inner.length > 0 && depth >= DEEPEST && (
        <p className="text-s text-warn">
          {formatCount(message.inner.length, 'message')} inside, nested too deep to be shown.
        </p>
      )}
      {message.inner.length > 0 && depth < DEEPEST && (
        <div className="mt-3 border-s-2 border-rule-strong ps-4">
          <p className="mb-1 text-xs text-ink-3">
            {formatCount(message.inner.length, 'message')} inside
          </p>
          {message.inner.map((inner, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies a message
            <MessageFields key={index} message={inner} depth={depth + 1} {...context} />
          ))}
        </div>
      )}
    </article>
  )
}

function Head({ title, typeUrl }: { readonly title: string; readonly typeUrl: string }) {
  return (
    <div className="mb-1.5">
      <h3 className="text-m">
        <HostileText text={title} isCutSilently />
      </h3>
      <p className="font-mono text-xs text-ink-3">
        <HostileText text={typeUrl} absence="(no type URL)" />
      </p>
    </div>
  )
}

const REASONS = {
  'unknown-type':
    'This type of message is not known here, so its bytes are shown as the chain keeps them.',
  malformed:
    'This type is known, but the bytes do not read as such a message. They are shown as they are.',
} as const

function UndecodedMessage({
  message,
}: {
  readonly message: Extract<Message, { kind: 'undecoded' }>
}) {
  return (
    <article className="mb-4">
      <Head
        title={`Undecoded: ${formatMessageKind(message.typeUrl)}, ${formatByteSize(message.bytes.length)}`}
        typeUrl={message.typeUrl}
      />
      <p className="text-s text-ink-2">{REASONS[message.reason]}</p>
      <BytesView bytes={message.bytes} />
    </article>
  )
}
