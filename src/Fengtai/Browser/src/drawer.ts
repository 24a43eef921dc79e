// The drawer is a frame at the edge: it takes the focus when it opens, gives it back when it closes, and lets other pages through.
import { StreamActions, visit } from '@hotwired/turbo'
import { say } from './say'
import type { TurboFrameMissingEvent } from './turbo-events'

let opener: HTMLElement | null = null
const frame = () => document.getElementById('drawer')

export function watchDrawer(): void {
  // a form in the drawer has done its work, and the page goes on somewhere else
  StreamActions.visit = function () { visit(this.getAttribute('href')!) }
  addEventListener('turbo:before-fetch-request', event => {
    if ((event.target as Element).id === 'drawer' && frame()?.childElementCount === 0) opener = document.activeElement as HTMLElement
  })
  addEventListener('turbo:frame-load', event => {
    if ((event.target as Element).id !== 'drawer') return
    if (isPreviewing()) return say(frame()!.querySelector('h2')!.textContent!)
    // who was faster than the page stays where they write
    const writing = document.activeElement?.matches('#drawer :is(input, select, textarea)') && !frame()!.querySelector('[aria-invalid=true]')
    if (writing) return
    const wanted = frame()?.querySelector<HTMLElement>('[autofocus], [aria-invalid=true]') ?? frame()?.querySelector<HTMLElement>('.body :is(input:not([type=hidden]), select, textarea)') ?? frame()?.querySelector<HTMLElement>('h2')
    wanted?.focus()
  })
  addEventListener('turbo:frame-missing', event => {
    const { response, visit } = (event as TurboFrameMissingEvent).detail
    event.preventDefault()
    visit(response)
  })
  addEventListener('click', event => {
    if (!(event.target as Element).closest('[data-close-drawer]')) return
    event.preventDefault()
    closeDrawer()
  })
  // a stream empties the frame when what was in it has been done
  new MutationObserver(() => { if (frame()?.childElementCount === 0 && opener) giveBackFocus() }).observe(document.documentElement, { childList: true, subtree: true })
}

export function showInDrawer(address: string): void {
  // emptied by what was done in it, it still names what it held and would not load that again
  if (frame()?.childElementCount === 0) frame()!.removeAttribute('src')
  frame()?.setAttribute('src', address)
}

/** What is only looked at leaves the focus in the list, which goes on being walked. */
export const isPreviewing = (): boolean => frame()?.querySelector('[data-preview]') != null

export function closeDrawer(): boolean {
  const open = frame()
  if (!open || open.childElementCount === 0) return false
  open.removeAttribute('src')
  open.replaceChildren()
  return true
}

function giveBackFocus(): void {
  const back = opener
  opener = null
  if (back?.isConnected && (document.activeElement === document.body || !document.activeElement)) back.focus()
}
