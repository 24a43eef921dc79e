// The command palette: the places are in the page, what the page offers is read from it, tickets and people are asked for.
// An ARIA combobox with a list: the focus stays in the input, the marked option is its active descendant.
import * as Turbo from '@hotwired/turbo'
import { caps, commands, run, wordOf } from './keys'

const askAfter = 130
const acts = new WeakMap<Element, HTMLElement>()
let asked = new AbortController()
let timer = 0
let waits = false
let enterWaits = false
let options = 0

export function watchPalette(): void {
  addEventListener('click', event => {
    const target = event.target as Element
    if (target.closest('[data-opens-palette]')) togglePalette()
    const option = target.closest<HTMLElement>('#palette [role=option]')
    if (option) choose(option, (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey)
  })
  addEventListener('input', event => { if ((event.target as Element).matches('#palette input')) typed() })
  addEventListener('keydown', event => {
    // Enter that ends a composition of Chinese characters chooses nothing
    if (!dialog()?.open || event.isComposing || event.keyCode === 229 || !(event.target as Element).matches('#palette input')) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
  })
}

export function togglePalette(): boolean {
  const palette = dialog()
  if (!palette) return false
  if (palette.open) {
    palette.close()
    return true
  }
  input().value = ''
  part('acts').querySelectorAll('[role=option]').forEach(o => o.remove())
  part('acts').append(...pageActs())
  palette.showModal()
  input().focus()
  typed()
  return true
}

function pageActs(): HTMLElement[] {
  const places = new Set(local('places').map(o => o.dataset.href))
  const own = commands().filter(c => !places.has(c.getAttribute('href') ?? '-'))
  // what is said of this page goes before what is on all of them
  return [...own.filter(isOfPage), ...own.filter(c => !isOfPage(c))].map(command => {
    const option = document.createElement('div')
    option.setAttribute('role', 'option')
    const word = document.createElement('span')
    word.className = 'grow truncated'
    word.textContent = wordOf(command)
    option.append(command.querySelector('svg')?.cloneNode(true) ?? '', word, ...(command.dataset.keys ? caps(command.dataset.keys) : []))
    acts.set(option, command)
    return option
  })
}

function typed(): void {
  const text = input().value.trim()
  const list = dialog()!.querySelector('[role=listbox]')!
  for (const name of ['acts', 'places']) narrow(part(name), local(name), text.toLowerCase())
  // what was seen lately comes first, what is found comes after what is at hand
  if (text) list.append(part('found'))
  else list.prepend(part('found'))
  part('found').classList.add('stale')
  mark(text ? shown()[0] : undefined)
  forget()
  waits = true
  timer = window.setTimeout(() => void ask(text), text ? askAfter : 0)
}

function narrow(group: HTMLElement, all: HTMLElement[], text: string): void {
  const ranked = all.map((option, place) => ({ option, place: Number(option.dataset.place ??= String(place)), rank: rankOf(option, text) }))
  ranked.sort((a, b) => a.rank - b.rank || a.place - b.place)
  for (const { option, rank } of ranked) option.hidden = rank === none
  group.append(...ranked.map(r => r.option))
  group.hidden = ranked.every(r => r.rank === none)
}

const none = 9

/** Words as they begin, words anywhere, initials and pinyin as they begin or go on. */
function rankOf(option: HTMLElement, text: string): number {
  const label = (option.querySelector('.truncated') ?? option).textContent!.toLowerCase()
  const words = ` ${option.dataset.words ?? ''}`
  const letters = text.replace(/[\s'’]/g, '')
  if (label.startsWith(text)) return 0
  if (words.includes(` ${letters}`)) return 1
  if (text.split(/\s+/).every(word => label.includes(word))) return 2
  return letters.length > 1 && words.includes(letters) ? 3 : none
}

async function ask(text: string): Promise<void> {
  const { signal } = asked
  const url = new URL(dialog()!.dataset.url!, location.href)
  url.searchParams.set('q', text)
  // what can be done depends on where one is
  url.searchParams.set('at', location.pathname)
  try {
    const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } })
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`)
    const html = await answer.text()
    if (!signal.aborted) show(html)
  } catch {
    if (!signal.aborted) show('', true)
  }
}

function show(html: string, failed = false): void {
  const found = part('found')
  found.innerHTML = html
  found.querySelectorAll<HTMLElement>('[role=option]').forEach(o => { if (o.dataset.href === location.pathname) o.remove() })
  found.querySelectorAll('[role=group]:not(:has([role=option]))').forEach(g => g.remove())
  found.classList.remove('stale')
  waits = false
  const text = input().value.trim()
  const marked = markedOne()
  if (!marked?.isConnected && text) mark(shown()[0])
  const all = shown()
  dialog()!.querySelector<HTMLElement>('[data-palette-failed]')!.hidden = !failed
  dialog()!.querySelector<HTMLElement>('[data-palette-none]')!.hidden = failed || all.length > 0
  const status = dialog()!.querySelector<HTMLElement>('[role=status]')!
  status.textContent = status.dataset.said!.replace('{0}', String(all.length))
  if (enterWaits) enter(false)
}

/** What was asked and has not been answered matters no more. */
function forget(): void {
  clearTimeout(timer)
  asked.abort()
  asked = new AbortController()
  waits = enterWaits = false
}

function enter(aside: boolean): void {
  const marked = markedOne()
  if (marked) choose(marked, aside)
  else enterWaits = waits && input().value.trim() !== ''
}

function choose(option: HTMLElement, aside: boolean): void {
  const { href } = option.dataset
  if (aside && href) return void open(href, '_blank', 'noopener')
  dialog()!.close()
  const command = acts.get(option)
  if (command) run(command)
  else if (href) Turbo.visit(href)
}

function move(step: number): void {
  const all = shown()
  if (all.length === 0) return
  const now = all.indexOf(markedOne()!)
  mark(all[now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length])
}

function mark(option: HTMLElement | undefined): void {
  markedOne()?.setAttribute('aria-selected', 'false')
  if (!option) return input().removeAttribute('aria-activedescendant')
  option.id ||= `palette-${options++}`
  option.setAttribute('aria-selected', 'true')
  input().setAttribute('aria-activedescendant', option.id)
  option.scrollIntoView({ block: 'nearest' })
}

const isOfPage = (command: HTMLElement) => command.closest('main, .drawer') !== null
const dialog = () => document.getElementById('palette') as HTMLDialogElement | null
const input = () => dialog()!.querySelector<HTMLInputElement>('input')!
const part = (name: string) => dialog()!.querySelector<HTMLElement>(`[data-palette=${name}]`)!
const local = (name: string) => [...part(name).querySelectorAll<HTMLElement>('[role=option]')]
const markedOne = () => dialog()!.querySelector<HTMLElement>('[role=option][aria-selected=true]')
const shown = () => [...dialog()!.querySelectorAll<HTMLElement>('[role=option]')].filter(o => !o.closest('[hidden], .stale'))
