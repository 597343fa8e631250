import type { ProposalArchive } from '../../src/archive/proposal-archive.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { type ProposalList, readProposalList } from '../../src/queries/proposal-list.ts'
import { type ConnectionOptions, createConnection } from '../../src/rpc/connection.ts'
import { createFakeChain } from '../fake-chain.ts'

export interface ChainOptions {
  readonly explicitHeight?: bigint
  readonly expectedChainId?: string
  readonly archive?: ProposalArchive
  readonly connection?: ConnectionOptions
}

/** The chain behind some endpoints, as a page or a command connects to it. */
export function connectTo(urls: string | readonly string[], options: ChainOptions = {}): Chain {
  const { archive, connection, explicitHeight, expectedChainId } = options
  const list = typeof urls === 'string' ? [urls] : urls
  const { transport } = createConnection(
    list.map((url) => ({ url })),
    { chainId: () => expectedChainId, ...connection },
  )
  return createFakeChain(transport, {
    explicitHeight,
    expectedChainId,
    ...(archive === undefined ? {} : { openArchive: () => archive }),
  })
}

/** Every picture of the list on the way to the whole one. */
export async function readPictures(chain: Chain): Promise<readonly ProposalList[]> {
  const pictures: ProposalList[] = []
  for await (const picture of readProposalList(chain)) pictures.push(picture)
  return pictures
}

/** The list, read to its end. */
export async function readWholeList(chain: Chain): Promise<ProposalList> {
  const last = (await readPictures(chain)).at(-1)
  if (last === undefined) throw new Error('the list gave no picture')
  return last
}
