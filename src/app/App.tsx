import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { PageLinksProvider } from '../ui/text/page-links.ts'
import { createEnvironment } from './environment.ts'
import { createPageLinks } from './page-links.ts'
import { createAppRouter } from './router.tsx'
import { createSessions } from './session.ts'
import { applyTheme, readTheme } from './theme.ts'

applyTheme(readTheme())

const environment = createEnvironment()

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Retries and failover are the transport's; a second policy here would multiply them.
      retry: false,
      refetchOnWindowFocus: false,
      // A device without network has what was kept and the demo chain; anything else says what is wrong, and does not wait.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
  },
})

const router = createAppRouter({ environment, sessions: createSessions(environment), queryClient })

const pageLinks = createPageLinks(router)

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <PageLinksProvider value={pageLinks}>
        <RouterProvider router={router} />
      </PageLinksProvider>
    </QueryClientProvider>
  )
}
