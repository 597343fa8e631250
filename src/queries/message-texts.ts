import type { Message, MessageField } from '../domain/message.ts'
import type { ProposalMessage } from '../domain/proposal.ts'
import type { Registry } from '../domain/registry/registry.ts'

/** What a message that names an AEP or a group has somewhere in its bytes: `AEP`, `sig-…`, or a group's own id. */
export function createNamePattern({ groups }: Pick<Registry, 'groups'>): RegExp {
  const ids = groups.map(({ id }) => id).filter((id) => !/^(?:sig|wg|ug)-/.test(id))
  const escaped = ids.map((id) => id.replaceAll(/[^a-z0-9-]/gi, '\\$&'))
  return new RegExp(['aep', '\\b(?:sig|wg|ug)[- ]', ...escaped].join('|'), 'i')
}

const latin1 = new TextDecoder('latin1')

/** Most messages name none, and need not be decoded to see it. The pattern is all ASCII. */
export function mayNameAny(bytes: Uint8Array, pattern: RegExp): boolean {
  return pattern.test(latin1.decode(bytes))
}

/** What people wrote into messages, in order; of those that cannot be decoded nothing. */
export async function readMessageTexts(
  messages: readonly ProposalMessage[],
): Promise<readonly string[]> {
  const { decodeMessage } = await import('../chain/messages/decode-message.ts')
  return messages.flatMap((message) => textsOf(decodeMessage(message)))
}

function textsOf(message: Message): readonly string[] {
  if (message.kind === 'undecoded') return []
  return [...message.fields.flatMap(textOf), ...message.inner.flatMap(textsOf)]
}

function textOf({ value }: MessageField): readonly string[] {
  switch (value.kind) {
    case 'text':
    case 'block':
    case 'link':
      return value.text === '' ? [] : [value.text]
    case 'integer':
    case 'decimal':
    case 'flag':
    case 'coins':
    case 'decimal-coins':
    case 'address':
    case 'height':
    case 'time':
    case 'duration':
    case 'bytes':
    case 'absent':
      return []
  }
}
