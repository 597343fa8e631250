import { type Tab, Tabs } from '../controls/Tabs.tsx'
import { type ScreenPath, usePageLinks } from '../text/page-links.ts'

const AEP_SCREENS = [
  { path: '/aeps', label: 'All AEPs' },
  { path: '/aeps/pipeline', label: 'Pipeline' },
  { path: '/aeps/findings', label: 'Disagreements' },
] as const

const GROUP_SCREENS = [
  { path: '/sigs', label: 'Groups' },
  { path: '/projects', label: 'Projects' },
] as const

/** The screens on AEPs, or those on groups, that stand beside the present one. */
export function SiblingTabs({ current }: { readonly current: ScreenPath }) {
  const links = usePageLinks()
  if (links === undefined) return null
  const isOfAeps = AEP_SCREENS.some(({ path }) => path === current)
  const tabs = (isOfAeps ? AEP_SCREENS : GROUP_SCREENS).map(
    ({ path, label }): Tab => ({
      href: links.screenHref(path),
      label,
      isCurrent: path === current,
    }),
  )
  return (
    <div className="mt-3">
      <Tabs
        label={isOfAeps ? 'Screens on AEPs' : 'Screens on groups'}
        tabs={tabs}
        onFollow={links.onFollow}
      />
    </div>
  )
}
