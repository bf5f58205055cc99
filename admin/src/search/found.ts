import type { SearchEverywhereQuery } from '../gen/documents.js'

/** Something that was found, and the page that it opens. */
export interface Found {
  to: string
  title: string
  /** What else is said of it. */
  detail?: string
  state?: string
}

/** What was found of one kind; its name is a key below `search.groups`. */
export interface FoundGroup {
  name: string
  found: Found[]
}

/** From so many characters on the API is asked. */
export const SHORTEST = 2

/** What is looked for, of what was typed. */
export function wantedOf(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').slice(0, 100)
}

/** The pages that a text names: those whose name begins so first, then those of which another word does; all for none. */
export function pagesNamed(wanted: string, pages: readonly Found[]): Found[] {
  const text = wanted.toLocaleLowerCase()
  const place = ({ title }: Found) => ` ${title.toLocaleLowerCase()}`.indexOf(` ${text}`)
  return pages.filter((page) => place(page) >= 0).toSorted((a, b) => place(a) - place(b))
}

/** What the API found, kind by kind, those of which there is something. */
export function groupsOf(answer: SearchEverywhereQuery): FoundGroup[] {
  const { appointments, contacts, organisations, services, staff } = answer
  const orders = answer.orders.nodes
  const groups: FoundGroup[] = [
    { name: 'orders', found: orders.map(orderFound) },
    { name: 'campaigns', found: orders.flatMap(campaignFound) },
    { name: 'appointments', found: (appointments?.nodes ?? []).map(appointmentFound) },
    {
      name: 'organisations',
      found: (organisations?.nodes ?? []).map((one) => ({
        to: show('organisations', one.id),
        title: one.name,
      })),
    },
    { name: 'contacts', found: (contacts?.nodes ?? []).flatMap(contactFound) },
    {
      name: 'staff',
      found: (staff?.nodes ?? []).map((one) => ({
        to: show('staff', one.id),
        title: one.name,
        detail: one.email,
      })),
    },
    {
      name: 'services',
      found: (services?.nodes ?? []).map((one) => ({ to: show('services', one.id), title: one.name })),
    },
  ]
  return groups.filter(({ found }) => found.length)
}

type Order = SearchEverywhereQuery['orders']['nodes'][number]
type Nodes<Name extends 'appointments' | 'contacts'> = NonNullable<
  SearchEverywhereQuery[Name]
>['nodes'][number]

function orderFound({ id, number, stage, buyer, beneficiary }: Order): Found {
  const names = [...new Set([buyer?.name, beneficiary?.name])]
  return { to: show('orders', id), title: number, detail: said(names), state: stage }
}

/** A campaign is found with its order. */
function campaignFound({ number, campaign }: Order): Found[] {
  if (!campaign) return []
  const { id, packageName, channelName, status } = campaign
  return [
    { to: show('campaigns', id), title: packageName, detail: said([number, channelName]), state: status },
  ]
}

function appointmentFound({
  id,
  orderNumber,
  serviceName,
  counterpart,
  status,
}: Nodes<'appointments'>): Found {
  const title = counterpart?.name ?? orderNumber
  return { to: show('appointments', id), title, detail: said([orderNumber, serviceName]), state: status }
}

/** A contact stands on the page of their organisation. */
function contactFound({ name, email, organisation }: Nodes<'contacts'>): Found[] {
  if (!organisation) return []
  return [
    { to: show('organisations', organisation.id), title: name, detail: said([organisation.name, email]) },
  ]
}

function show(resource: string, id: string): string {
  return `/${resource}/${encodeURIComponent(id)}/show`
}

function said(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}
