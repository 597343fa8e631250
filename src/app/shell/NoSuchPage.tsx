import { Link } from '@tanstack/react-router'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'

export function NoSuchPage() {
  useDocumentTitle('No such page')
  return (
    <section aria-labelledby="no-page-title">
      <h1 id="no-page-title" className="text-xl">
        There is no such page
      </h1>
      <p className="my-3">The address may be mistyped, or from another version of this app.</p>
      <Link to="/proposals" search={{}}>
        All proposals
      </Link>
    </section>
  )
}
