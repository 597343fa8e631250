import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { NETWORKS } from '../../data/networks.ts'
import { ChainProvider } from '../../queries/chain.ts'
import { publicUrl } from '../../rpc/public-url.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { NodesView } from '../../views/nodes/NodesView.tsx'
import { DEMO_NETWORK_ID } from '../demo/demo-endpoints.ts'
import { addressOf, formatEndpointList, ownEndpoints } from '../endpoint-choice.ts'
import { AgreedEndpoints } from './AgreedEndpoints.tsx'
import { rememberChange, takeChange } from './choice-change.ts'
import { EndpointForm } from './EndpointForm.tsx'
import { useSession } from './session-context.ts'

/** `/nodes` with the choice of endpoints, which is part of the address. */
export function NodesScreen() {
  const { session, environment } = useSession()
  const navigate = useNavigate()
  const { network, rpc } = useSearch({ from: '__root__' })
  if (session.kind !== 'connected') return null
  const { config, consent } = environment
  // What stands in for the nodes is no answer to a question about them.
  const subject = session.standsInFor ?? session
  const addresses = subject.endpoints.map(addressOf)
  const own = ownEndpoints({ network }, config)
  const ownAddresses = own.kind === 'chosen' ? own.endpoints.map(addressOf) : []
  const ownNetwork = own.kind === 'chosen' ? own.network : undefined
  const isDemo = own.kind === 'chosen' && own.own === 'demo'
  const isServed = network === undefined && (config.endpoints?.length ?? 0) > 0

  /** The network stays named with a list of one's own, for it says which chain to expect. */
  const choose = (next: readonly string[]) =>
    void navigate({
      to: '/nodes',
      search: (search) =>
        next.join() === ownAddresses.join()
          ? { ...search, rpc: undefined }
          : {
              ...search,
              network:
                search.network ?? (isServed || rpc !== undefined ? undefined : ownNetwork?.id),
              rpc: formatEndpointList(next),
            },
    })
  const add = (url: string) => {
    rememberChange({ announcement: `${publicUrl(url)} was added.`, focus: undefined })
    choose([...addresses.filter((address) => address !== url), url])
  }
  const readAlone = (url: string) =>
    void navigate({
      to: '/nodes',
      search: { rpc: formatEndpointList([url]), network: undefined, height: undefined },
    })
  const ownName = isServed
    ? 'the list this page was started with'
    : isDemo
      ? 'the list of the demo chain'
      : `the public endpoints of ${ownNetwork?.name}`
  return (
    <ChainProvider value={subject.chain}>
      <NodesView
        standIn={
          session.standsInFor === undefined
            ? undefined
            : session.chain.isDemo === true
              ? 'the demo chain'
              : 'what an earlier visit kept'
        }
        listNote={
          rpc === undefined ? (
            <>Read from {ownName}. A change becomes part of the address, to be shared.</>
          ) : (
            <>
              This list is part of the address: whoever opens the link reads the same.{' '}
              <Link to="/nodes" search={(search) => ({ ...search, rpc: undefined })}>
                Back to {ownName}
              </Link>
            </>
          )
        }
        takeChange={takeChange}
        onOrder={(names, change) => {
          rememberChange(change)
          choose(
            names.flatMap((name) => {
              const found = subject.endpoints.find((one) => publicUrl(one.name) === name)
              return found === undefined ? [] : [addressOf(found)]
            }),
          )
        }}
      >
        <Section title="Another endpoint">
          <EndpointForm
            consent={consent}
            onAdd={isDemo ? undefined : add}
            onReadAlone={readAlone}
          />
          <AgreedEndpoints consent={consent} chosen={addresses} onAdd={isDemo ? readAlone : add} />
        </Section>
        <Section title="Another network">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-s">
            {[...NETWORKS, { id: DEMO_NETWORK_ID, name: 'Demo chain (invented)' }].map(
              ({ id, name }) => (
                <li key={id}>
                  <Link
                    to="/nodes"
                    search={{ network: id, rpc: undefined, height: undefined }}
                    activeOptions={{ includeSearch: true, exact: true }}
                    className="inline-block min-h-6"
                  >
                    {name}
                  </Link>
                </li>
              ),
            )}
          </ul>
        </Section>
      </NodesView>
    </ChainProvider>
  )
}
