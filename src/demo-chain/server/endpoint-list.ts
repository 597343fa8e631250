import { METHODS } from './method-table.ts'

/** The page a node shows at `/` (steady/279), missing line feeds and odd `</br>` included. */
export function formatEndpointList(host: string): string {
  const links = METHODS.map(({ name, args }) => {
    const query = args.map((argument) => `${argument.name}=_`).join('&')
    const url = `//${host}/${name}?${query}`
    return `<a href="${url}">${url}</a></br>`
  })
  const headings = '<br>Available endpoints:<br><br>Endpoints that require arguments:<br>'
  return `<html><body>${headings}${links.join('')}</body></html>`
}
