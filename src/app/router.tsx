import { createBrowserHistory, createHashHistory, createRouter } from '@tanstack/react-router'
import { governanceRoutes } from './routes/governance-routes.ts'
import { marketRoutes } from './routes/market-routes.ts'
import { registryRoutes } from './routes/registry-routes.ts'
import { type RouterContext, rootRoute } from './routes/root-route.ts'

const routeTree = rootRoute.addChildren([...governanceRoutes, ...registryRoutes, ...marketRoutes])

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    history:
      context.environment.config.history === 'hash' ? createHashHistory() : createBrowserHistory(),
    defaultPreload: 'intent',
    scrollRestoration: true,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: formatSearch,
  })
}

/** Plain text values, so that a link reads `?height=27400494` and not JSON in percent signs. */
function formatSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value)
  }
  const formatted = parameters.toString().replaceAll('%2C', ',')
  return formatted === '' ? '' : `?${formatted}`
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
