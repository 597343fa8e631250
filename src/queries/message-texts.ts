import type { Message, MessageField } from '../domain/message.ts'
import type { ProposalMessage } from '../domain/proposal.ts'

/**
 * What a message that names an AEP or a group has somewhere in its bytes. No border of a word is asked for: what stands
 * before a text is its length, and that may look like a letter.
 */
const NAMES = /aep|(?:sig|wg|ug)[- ]/i

const latin1 = new TextDecoder('latin1')

/** Whether it is worth decoding: most messages name none. */
export function mayNameAny(bytes: Uint8Array): boolean {
  return NAMES.test(latin1.decode(bytes))
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
