const KINDS = [
  ['Proposals', '353, #353, or words of a title, a plan or a proposer'],
  ['AEPs', 'aep-76, AEP 76, or words of a title'],
  ['Upgrades', 'a plan’s name, or what it is called: Mainnet 14'],
  ['SIGs', 'sig-chain, or a name'],
  ['Validators', 'a name, or akashvaloper1… and akashvalcons1…'],
  ['Blocks', 'a height: 27,400,494'],
  ['Leases', 'the number of a deployment (dseq), or owner/dseq/gseq/oseq/provider'],
  ['Accounts', 'akash1…, also as a tenant or a provider'],
  ['Transactions', 'a hash, which leads to its block'],
  ['Links', 'of Mintscan, Ping.pub and other explorers, or the address of a node'],
] as const

/** What can be searched, while nothing is typed. */
export function SearchHelp() {
  return (
    <dl className="grid min-h-0 grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 overflow-y-auto sm:gap-x-5">
      {KINDS.map(([name, form]) => (
        <div key={name} className="contents">
          <dt className="font-medium">{name}</dt>
          <dd className="min-w-0 text-ink-2 wrap-anywhere">{form}</dd>
        </div>
      ))}
    </dl>
  )
}
