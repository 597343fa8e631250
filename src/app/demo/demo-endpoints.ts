/** What the URL calls the demo chain: `?network=demo`. */
export const DEMO_NETWORK_ID = 'demo'

/** The demo chain's endpoints, answered within the page. `.invalid` is no name on any network (RFC 6761). */
export const DEMO_ENDPOINTS = ['archive', 'pruned', 'light'].map((name) => {
  const url = `https://${name}.demo.invalid`
  return { url, name: url }
})
