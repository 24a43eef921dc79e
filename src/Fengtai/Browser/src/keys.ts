// Everything on the desk by keyboard. `data-keys="c"` or `data-keys="g q"` on a link, button or input names its keys; `?` shows them all.
import { closeDrawer } from './drawer'
import { currentRow, moveRow, openRow, pickRow } from './rows'

const sequenceWithin = 1200
const offKey = 'keys-off'
let first = ''
let timer = 0

export function watchKeys(): void {
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendForm(event)
    if (event.key === 'Escape') return goBack(event)
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return focusSearch(event)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target as Element) || areOff() || document.querySelector('dialog[open]')) return
    plainKey(event)
  })
  addEventListener('change', event => {
    const box = event.target as HTMLInputElement
    if (box.matches?.('[data-keys-switch]')) box.checked ? localStorage.removeItem(offKey) : localStorage.setItem(offKey, '1')
  })
}

function plainKey(event: KeyboardEvent): void {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (first) {
    const both = `${first} ${key}`
    first = ''
    clearTimeout(timer)
    if (press(both)) event.preventDefault()
    return
  }
  const done = key === '?' ? showKeys() : key === '/' ? focusSearch(event) ?? true
    : key === 'j' ? moveRow(1) : key === 'k' ? moveRow(-1)
    : key === 'x' ? pickRow() : key === 'Enter' && currentRow() && atRest() ? openRow()
    : press(key) || begins(key)
  if (done) event.preventDefault()
}

function begins(key: string): boolean {
  if (!document.querySelector(`[data-keys^="${CSS.escape(key)} "]`)) return false
  first = key
  clearTimeout(timer)
  timer = window.setTimeout(() => { first = '' }, sequenceWithin)
  return true
}

function press(keys: string): boolean {
  const target = [...document.querySelectorAll<HTMLElement>('[data-keys]')].find(e => e.dataset.keys === keys && !e.closest('[hidden]'))
  if (!target) return false
  if (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')) target.focus()
  else target.click()
  // a choice that is followed by typing: data-keys-then names where
  if (target.dataset.keysThen) document.getElementById(target.dataset.keysThen)?.focus()
  return true
}

function showKeys(): boolean {
  const dialog = document.getElementById('keys')
  if (!(dialog instanceof HTMLDialogElement)) return false
  const own = dialog.querySelector('[data-keys-here]')
  own?.replaceChildren(...[...document.querySelectorAll<HTMLElement>('[data-keys]')].filter(e => !dialog.contains(e)).map(e => keyLine(e)))
  const box = dialog.querySelector<HTMLInputElement>('[data-keys-switch]')
  if (box) box.checked = !areOff()
  dialog.showModal()
  return true
}

function keyLine(element: HTMLElement): HTMLElement {
  const line = document.createElement('div')
  const keys = document.createElement('dt')
  for (const key of element.dataset.keys!.split(' ')) {
    const cap = document.createElement('kbd')
    cap.textContent = key
    keys.append(cap, ' ')
  }
  const what = document.createElement('dd')
  what.textContent = element.dataset.keysLabel ?? element.getAttribute('aria-label') ?? (element.querySelector('.word') ?? element).textContent!.trim()
  line.append(keys, what)
  return line
}

function focusSearch(event: Event): undefined {
  const search = document.querySelector<HTMLInputElement>('[data-search]')
  if (!search) return
  event.preventDefault()
  const side = search.closest<HTMLElement>('[popover]')
  if (side && search.offsetParent === null) side.showPopover()
  search.focus()
  search.select()
}

function goBack(event: KeyboardEvent): void {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return
  if (closeDrawer()) return event.preventDefault()
  const active = document.activeElement as HTMLElement | null
  if (active && isTyping(active)) return active.blur()
  document.querySelector<HTMLElement>('[data-back]')?.click()
}

function sendForm(event: KeyboardEvent): void {
  const form = (event.target as HTMLElement).closest('form')
  if (!form) return
  event.preventDefault()
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button.primary:not([type=button])') ?? undefined)
}

const isTyping = (e: Element) => e.matches?.('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]')
const atRest = () => document.activeElement === document.body || document.activeElement?.id === 'main' || document.activeElement === currentRow()
const areOff = () => localStorage.getItem(offKey) === '1'
