// Rows of a table: the whole row answers the pointer, j and k walk, x picks; the bulk bar appears with the first pick.
import { closeDrawer, isPreviewing, showInDrawer } from './drawer'
import { say } from './say'

/** Who holds j down wants the row where it stops. */
const previewAfter = 90
let current: string | null = null
let place = 0
let at = location.href
let timer = 0

export function watchRows(): void {
  addEventListener('click', event => {
    const target = event.target as Element
    const row = target.closest<HTMLElement>('tr[data-row]')
    if (!row) return
    if (target.closest('[data-row-preview]')) setCurrent(row)
    if (target.closest('a, button, input, label, select, summary, .pick') || getSelection()?.toString()) return
    link(row)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: (event as MouseEvent).ctrlKey, metaKey: (event as MouseEvent).metaKey }))
  })
  addEventListener('click', event => { if ((event.target as Element).closest('[data-clear-picks]')) clearPicks() })
  addEventListener('change', event => {
    const box = event.target as HTMLInputElement
    if (box.matches?.('[data-pick-all]')) rows().forEach(r => { const b = pick(r); if (b) b.checked = box.checked })
    if (!box.matches?.('[data-pick-all], [data-pick]')) return
    showPicked()
    say(document.querySelector('[data-bulk] span')?.textContent ?? '')
  })
  addEventListener('turbo:load', () => {
    // a refresh of the same list, by oneself or because others changed it, is no new list
    if (location.href !== at) current = null
    at = location.href
    showPicked()
    stayInPlace()
  })
  addEventListener('turbo:morph', () => { showPicked(); stayInPlace() })
}

export function moveRow(step: number): boolean {
  const all = rows()
  const now = all.findIndex(r => r.dataset.row === current)
  const next = all[now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, now + step))]
  goToRow(next)
  if (isPreviewing()) {
    clearTimeout(timer)
    timer = window.setTimeout(() => preview(next), previewAfter)
  }
  return true
}

/** The link takes the focus, so that a screen reader says the row and Enter opens it. */
export function goToRow(row: HTMLElement): void {
  setCurrent(row)
  link(row)?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

export const currentRow = (): HTMLElement | null => rows().find(r => r.dataset.row === current) ?? null
export const hasRows = (): boolean => rows().length > 0
export const hasPreviews = (): boolean => document.querySelector('main [data-row] [data-row-preview]') !== null
export const hasPicks = (): boolean => document.querySelector('main [data-row] [data-pick]') !== null
export const hasPicked = (): boolean => document.querySelector('main [data-row] [data-pick]:checked') !== null

export function openRow(): boolean {
  link(currentRow()!)?.click()
  return true
}

/** Opens what is in the row at the edge of the page, or closes it again; the focus stays where it is. */
export function previewRow(): boolean {
  if (isPreviewing()) return closeDrawer()
  preview(currentRow()!)
  return true
}

export function pickRow(): boolean {
  const box = currentRow() && pick(currentRow()!)
  box?.click()
  return box !== null
}

export function clearPicks(): void {
  document.querySelectorAll<HTMLInputElement>('main :is([data-pick], [data-pick-all]):checked').forEach(b => { b.checked = false })
  showPicked()
}

export const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main [data-row]')]
export const link = (row: HTMLElement): HTMLElement | null => row.matches('a') ? row : row.querySelector<HTMLElement>('[data-row-link]') ?? row.querySelector('a')

function preview(row: HTMLElement): void {
  const shown = row.querySelector<HTMLAnchorElement>('[data-row-preview]')
  if (shown) showInDrawer(shown.href)
}

function showPicked(): void {
  const all = rows().filter(r => pick(r))
  const picked = all.filter(r => pick(r)!.checked)
  all.forEach(r => r.classList.toggle('picked', pick(r)!.checked))
  const box = document.querySelector<HTMLInputElement>('main [data-pick-all]')
  if (box) {
    box.checked = all.length > 0 && picked.length === all.length
    box.indeterminate = picked.length > 0 && picked.length < all.length
  }
  const bar = document.querySelector<HTMLElement>('[data-bulk]')
  if (!bar) return
  bar.hidden = picked.length === 0
  bar.querySelector('[data-bulk-count]')!.textContent = String(picked.length)
}

function setCurrent(row: HTMLElement): void {
  current = row.dataset.row!
  place = rows().indexOf(row)
  mark(row)
}

/** Where the current row has left the list, the one that took its place is next. */
function stayInPlace(): void {
  if (current === null) return
  const row = currentRow()
  if (row) return mark(row)
  const next = rows()[Math.min(place, rows().length - 1)]
  if (next && document.activeElement === document.body) goToRow(next)
  else if (next) setCurrent(next)
}

const pick = (row: HTMLElement) => row.querySelector<HTMLInputElement>('[data-pick]')
const mark = (row: HTMLElement | null) => rows().forEach(r => r.classList.toggle('current', r === row))
