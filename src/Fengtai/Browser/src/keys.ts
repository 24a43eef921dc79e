// Everything on the desk by keyboard. What is bound stands in two places only: the list below, and `data-keys="c"` or
// `data-keys="g q"` on a link, button or input of the page. `?` and the palette read both, so that they never promise what is not there.
import { closeDrawer, isPreviewing } from './drawer'
import { clearPicks, currentRow, hasPicked, hasPicks, hasPreviews, hasRows, moveRow, openRow, pickRow, previewRow } from './rows'
import { togglePalette } from './palette'

interface Binding {
  keys: string
  /** Names its words in KeyList.razor. */
  word: string
  here: () => boolean
  run: (event: KeyboardEvent) => boolean
  /** Also while somebody types or a dialog is open. */
  anywhere?: true
}

const bindings: Binding[] = [
  { keys: 'Ctrl K', word: 'palette', here: () => hasElement('#palette'), run: togglePalette, anywhere: true },
  { keys: 'j', word: 'down', here: hasRows, run: () => moveRow(1) },
  { keys: 'k', word: 'up', here: hasRows, run: () => moveRow(-1) },
  { keys: 'Enter', word: 'open', here: hasRows, run: () => currentRow() !== null && atRest() && openRow() },
  { keys: 'Space', word: 'preview', here: hasPreviews, run: () => isInRows() && previewRow() },
  { keys: 'x', word: 'pick', here: hasPicks, run: pickRow },
  { keys: '/', word: 'search', here: () => hasElement('[data-search]'), run: focusSearch },
  { keys: 'Ctrl Enter', word: 'send', here: () => hasElement('main form .primary, .drawer form .primary'), run: sendForm, anywhere: true },
  { keys: 'Ctrl Shift P', word: 'rendering', here: () => hasElement('[data-rendering-button]'), run: showRendering, anywhere: true },
  { keys: 'Esc', word: 'back', here: () => true, run: goBack, anywhere: true },
  { keys: '?', word: 'keys', here: () => hasElement('#keys'), run: showKeys },
]

const sequenceWithin = 1200
const offKey = 'keys-off'
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)
let first = ''
let timer = 0

export function watchKeys(): void {
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const keys = nameOf(event)
    const bound = bindings.find(b => b.keys === keys && b.here())
    if (bound?.anywhere) {
      if (bound.run(event)) event.preventDefault()
    } else if (!event.ctrlKey && !event.metaKey && !isShifted(event) && !isTyping(event.target as Element) && !areOff() && !hasElement('dialog[open]')) {
      if (plainKey(keys, bound, event)) event.preventDefault()
    }
  })
  addEventListener('change', event => {
    const box = event.target as HTMLInputElement
    if (box.matches?.('[data-keys-switch]')) box.checked ? localStorage.removeItem(offKey) : localStorage.setItem(offKey, '1')
  })
  for (const shown of ['turbo:load', 'turbo:render', 'turbo:morph', 'turbo:frame-load']) addEventListener(shown, tellKeys)
}

/** What of the page has keys, or is otherwise marked as something to do: `data-command`. Of several with the same keys, the first. */
export function commands(): HTMLElement[] {
  const taken = new Set<string>()
  return [...document.querySelectorAll<HTMLElement>('[data-keys], [data-command]')].filter(e => {
    const { keys } = e.dataset
    if (e.closest('[hidden], dialog') || e.matches('a:not([href]), :disabled') || (keys && taken.has(keys))) return false
    if (keys) taken.add(keys)
    return true
  })
}

export function run(target: HTMLElement): void {
  if (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')) target.focus()
  else target.click()
  // a choice that is followed by typing: data-keys-then names where
  if (target.dataset.keysThen) document.getElementById(target.dataset.keysThen)?.focus()
}

export function wordOf(element: HTMLElement): string {
  return element.dataset.keysLabel ?? element.getAttribute('aria-label') ?? (element.querySelector('.word') ?? element).textContent!.trim()
}

/** Keys as they are printed on them. */
export function caps(keys: string): Node[] {
  return keys.split(' ').map(key => {
    const cap = document.createElement('kbd')
    cap.textContent = isApple && key === 'Ctrl' ? '⌘' : key
    return cap
  })
}

function plainKey(key: string, bound: Binding | undefined, event: KeyboardEvent): boolean {
  if (first) {
    const both = `${first} ${key}`
    first = ''
    clearTimeout(timer)
    return press(both)
  }
  return bound ? bound.run(event) : press(key) || begins(key)
}

function begins(key: string): boolean {
  if (!commands().some(c => c.dataset.keys?.startsWith(`${key} `))) return false
  first = key
  clearTimeout(timer)
  timer = window.setTimeout(() => { first = '' }, sequenceWithin)
  return true
}

function press(keys: string): boolean {
  const target = commands().find(c => c.dataset.keys === keys)
  if (target) run(target)
  return target !== undefined
}

function showKeys(): boolean {
  const dialog = document.getElementById('keys') as HTMLDialogElement
  const words = dialog.querySelector<HTMLElement>('[data-key-words]')!
  const own = bindings.filter(b => b.here()).map(b => keyLine(b.keys, words.querySelector(`[data-word=${b.word}]`)!.textContent!))
  const pages = commands().filter(c => c.dataset.keys).map(c => keyLine(c.dataset.keys!, wordOf(c)))
  dialog.querySelector('[data-keys-own]')!.replaceChildren(...own)
  dialog.querySelector('[data-keys-here]')!.replaceChildren(...pages)
  dialog.querySelector<HTMLInputElement>('[data-keys-switch]')!.checked = !areOff()
  dialog.showModal()
  return true
}

function keyLine(keys: string, word: string): HTMLElement {
  const line = document.createElement('div')
  const term = document.createElement('dt')
  term.append(...caps(keys).flatMap(c => [c, ' ']))
  const what = document.createElement('dd')
  what.textContent = word
  line.append(term, what)
  return line
}

/** Who points at something is told its keys, and so is who hears it; a sequence has no form in ARIA. */
function tellKeys(): void {
  for (const element of commands()) {
    const { keys } = element.dataset
    if (!keys || areOff()) continue
    const told = `(${keys.toUpperCase()})`
    if (!element.title.endsWith(told)) element.title = `${element.title || wordOf(element)} ${told}`
    if (!keys.includes(' ')) element.setAttribute('aria-keyshortcuts', keys)
  }
  if (isApple) document.querySelectorAll('kbd').forEach(k => { if (k.textContent === 'Ctrl') k.textContent = '⌘' })
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('[data-search]')!
  const side = search.closest<HTMLElement>('[popover]')
  if (side && search.offsetParent === null) side.showPopover()
  search.focus()
  search.select()
  return true
}

function goBack(): boolean {
  if (hasElement('dialog[open], [popover]:popover-open')) return false
  if (closeDrawer()) return true
  const active = document.activeElement as HTMLElement | null
  if (active && isTyping(active)) active.blur()
  else if (hasPicked()) clearPicks()
  else document.querySelector<HTMLElement>('[data-back]')?.click()
  return false
}

function sendForm(event: KeyboardEvent): boolean {
  const form = (event.target as HTMLElement).closest('form')
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button.primary:not([type=button])') ?? undefined)
  return form !== null
}

/** Of the text that is being written; of a page where none is, the first. */
function showRendering(event: KeyboardEvent): boolean {
  const button = (event.target as HTMLElement).closest('.field')?.querySelector<HTMLElement>('[data-rendering-button]') ?? document.querySelector<HTMLElement>('[data-rendering-button]')!
  button.click()
  return true
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key === 'Escape' ? 'Esc' : event.key
  if (event.ctrlKey || event.metaKey) return `Ctrl ${event.shiftKey ? 'Shift ' : ''}${key.length === 1 ? key.toUpperCase() : key}`
  return key.length === 1 ? key.toLowerCase() : key
}

// a question mark needs the shift key; a letter with it is somebody else's
const isShifted = (event: KeyboardEvent) => event.shiftKey && /^(\p{L}|.{2,})$/u.test(event.key)
const hasElement = (selector: string) => document.querySelector(selector) !== null
const isTyping = (e: Element) => e.matches?.('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]')
const atRest = () => document.activeElement === document.body || document.activeElement?.id === 'main' || document.activeElement === currentRow()
const isInRows = () => currentRow() !== null && (atRest() || document.activeElement!.matches('a[data-row-link]') || isPreviewing())
const areOff = () => localStorage.getItem(offKey) === '1'
