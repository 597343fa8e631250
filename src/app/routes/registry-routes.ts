import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { pickAepsSearch } from '../../views/aeps/pick-aeps-search.ts'
import { pickFindingsSearch } from '../../views/findings/pick-findings-search.ts'
import { pickPipelineSearch } from '../../views/pipeline/pick-pipeline-search.ts'
import { pickProjectsSearch } from '../../views/projects/pick-projects-search.ts'
import { pickSigsSearch } from '../../views/sigs/pick-sigs-search.ts'
import { endpointDeps, prefetchList, rootRoute } from './root-route.ts'

const aepsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps',
  validateSearch: pickAepsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../../views/aeps/AepsView.tsx'), 'AepsView'),
})

const aepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps/$number',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../../views/aep/AepView.tsx'), 'AepView'),
})

const findingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps/findings',
  validateSearch: pickFindingsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../../views/findings/FindingsView.tsx'),
    'FindingsView',
  ),
})

const pipelineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps/pipeline',
  validateSearch: pickPipelineSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../../views/pipeline/PipelineView.tsx'),
    'PipelineView',
  ),
})

const sigsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sigs',
  validateSearch: pickSigsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../../views/sigs/SigsView.tsx'), 'SigsView'),
})

const sigRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sigs/$id',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../../views/sig/SigView.tsx'), 'SigView'),
})

const projectsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects',
  validateSearch: pickProjectsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../../views/projects/ProjectsView.tsx'),
    'ProjectsView',
  ),
})

/** What the community proposes and who stands behind it: AEPs, groups and projects. */
export const registryRoutes = [
  aepsRoute,
  findingsRoute,
  pipelineRoute,
  aepRoute,
  sigsRoute,
  sigRoute,
  projectsRoute,
] as const
