import { Tabs } from '../controls/Tabs.tsx'
import { usePageLinks } from '../text/page-links.ts'

const SCREENS = [
  { name: 'market', path: '/market', label: 'Now' },
  { name: 'leases', path: '/market/leases', label: 'Leases' },
  { name: 'auctions', path: '/market/auctions', label: 'Auctions' },
  { name: 'gpus', path: '/market/gpus', label: 'GPUs' },
  { name: 'providers', path: '/market/providers', label: 'Providers' },
  { name: 'act', path: '/market/act', label: 'ACT' },
] as const

/** The screens on the market, or undefined: a page under one of them. */
export type MarketScreen = (typeof SCREENS)[number]['name']

/** The screens on the market, side by side. */
export function MarketTabs({ current }: { readonly current: MarketScreen | undefined }) {
  const links = usePageLinks()
  if (links === undefined) return null
  return (
    <div className="mt-3">
      <Tabs
        label="Screens on the market"
        tabs={SCREENS.map(({ name, path, label }) => ({
          href: links.screenHref(path),
          label,
          isCurrent: name === current,
        }))}
        onFollow={links.onFollow}
      />
    </div>
  )
}
