import { useEffect, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { MoreContactsDocument, type OrganisationPageFragment } from '../gen/documents.js'

type Page = OrganisationPageFragment['contacts']

/**
 * An organisation's contacts: the page that came with it, and as many after it as were asked for. They are read again
 * whenever the organisation was.
 */
export function useContacts({ id, contacts: first }: OrganisationPageFragment) {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const [pages, setPages] = useState(0)
  const [read, setRead] = useState<Page>(first)
  useEffect(() => {
    let isWanted = true
    void readOn(dataProvider, id, first, pages).then((page) => isWanted && setRead(page))
    return () => {
      isWanted = false
    }
  }, [dataProvider, id, first, pages])
  const { nodes, pageInfo } = pages === 0 ? first : read
  return { contacts: nodes, readMore: pageInfo.hasNextPage ? () => setPages(pages + 1) : undefined }
}

async function readOn(
  dataProvider: WaybillDataProvider,
  id: string,
  before: Page,
  pages: number,
): Promise<Page> {
  if (pages === 0 || !before.pageInfo.hasNextPage) return before
  const { organisation } = await dataProvider.ask(MoreContactsDocument, {
    id,
    after: before.pageInfo.endCursor,
  })
  if (!organisation) return before
  const { nodes, pageInfo } = organisation.contacts
  return readOn(dataProvider, id, { nodes: [...before.nodes, ...nodes], pageInfo }, pages - 1)
}
