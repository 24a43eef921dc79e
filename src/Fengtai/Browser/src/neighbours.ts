// A ticket that was opened from a list leads on to the next one of that list, and the list remembers where somebody was.
// The list is kept by this tab alone: another one may be working through another list.
import { goToRow, link, rows } from './rows'

interface List { at: string; tickets: string[]; next: string | null; before: string | null }

const key = 'list'
const ticketAddress = /^\/desk\/tickets\/\d+$/
let last: string | null = null

export function watchNeighbours(): void {
  addEventListener('turbo:load', () => { keepList(); comeBack(); showNeighbours() })
  addEventListener('turbo:morph', () => { keepList(); showNeighbours() })
}

function keepList(): void {
  const tickets = rows().map(r => (link(r) as HTMLAnchorElement | null)?.pathname ?? '').filter(a => ticketAddress.test(a))
  if (tickets.length === 0) return
  const page = (rel: string) => document.querySelector(`.pager a[rel=${rel}]`)?.getAttribute('href') ?? null
  const list: List = { at: location.pathname + location.search, tickets, next: page('next'), before: page('prev') }
  if (last && !tickets.includes(last)) wasIn(list)
  sessionStorage.setItem(key, JSON.stringify(list))
}

/** Where a ticket has left the list since, the one after it stands in its place. */
function wasIn(now: List): void {
  const before = kept()
  const place = before?.at === now.at ? before.tickets.indexOf(last!) : -1
  last = place < 0 ? null : before!.tickets.slice(place).find(t => now.tickets.includes(t)) ?? now.tickets.at(-1)!
}

function comeBack(): void {
  const row = last ? rows().find(r => (link(r) as HTMLAnchorElement | null)?.pathname === last) : undefined
  if (row) goToRow(row)
  last = ticketAddress.test(location.pathname) ? location.pathname : null
}

function showNeighbours(): void {
  const nav = document.querySelector<HTMLElement>('[data-neighbours]')
  const list = kept()
  const place = list?.tickets.indexOf(location.pathname) ?? -1
  if (!nav || !list || place < 0) return
  lead(nav, -1, list.tickets[place - 1] ?? list.before)
  lead(nav, 1, list.tickets[place + 1] ?? list.next)
  nav.querySelector('[data-neighbours-place]')!.textContent = `${place + 1} / ${list.tickets.length}${list.next ? '+' : ''}`
  nav.hidden = false
  const back = document.querySelector<HTMLAnchorElement>('a[data-back]')
  if (back && list.at.startsWith(`${back.pathname}?`)) back.href = list.at
}

function lead(nav: HTMLElement, step: number, to: string | null): void {
  const way = nav.querySelector<HTMLAnchorElement>(`[data-neighbour="${step}"]`)!
  if (to) way.href = to
  way.setAttribute('aria-disabled', String(!to))
}

function kept(): List | null {
  const text = sessionStorage.getItem(key)
  return text ? JSON.parse(text) as List : null
}
