import { Controller } from '@hotwired/stimulus'
import { caretPlace } from './caret'
import { insert } from './insert'

interface Token { sign: '@' | '#', words: string, from: number, to: number }

// a name or number begins where a word could: an address such as a@b.com names nobody
const person = /(?:^|[^A-Za-z0-9._%+/@#&-])@([\p{L}\p{N}._-]{0,30})$/u
const number = /(?:^|[^A-Za-z0-9._/@#&-])#([\p{L}\p{N}]{1,30})$/u

/**
 * On a textarea: after `@` colleagues, after `#` tickets, as the server finds them for this person (ARIA list beside a text box; the
 * options are those of a combobox). Nothing is chosen while an input method composes.
 */
export class CompletesController extends Controller<HTMLTextAreaElement> {
  static values = { people: String, numbers: String }
  declare readonly peopleValue: string
  declare readonly numbersValue: string
  private timer = 0
  private asked = new AbortController()
  private shown: Token | null = null
  private refused = -1
  private waits = false
  /** Pressed before the answer to what was typed last: it is for that answer, not for an older list. */
  private enter: 'Enter' | 'Tab' | null = null

  connect(): void {
    this.element.setAttribute('aria-haspopup', 'listbox')
    this.element.setAttribute('aria-controls', this.list.id)
    this.element.addEventListener('input', this.typed)
    this.element.addEventListener('compositionend', this.typed)
    this.element.addEventListener('keydown', this.key)
    this.element.addEventListener('click', this.moved)
    this.element.addEventListener('blur', this.left)
    this.list.addEventListener('mousedown', this.picked)
  }

  disconnect(): void {
    this.forget()
    this.element.removeEventListener('input', this.typed)
    this.element.removeEventListener('compositionend', this.typed)
    this.element.removeEventListener('keydown', this.key)
    this.element.removeEventListener('click', this.moved)
    this.element.removeEventListener('blur', this.left)
  }

  private readonly typed = (event: Event): void => {
    if (!(event as InputEvent).isComposing) this.look()
  }

  private readonly moved = (): void => { if (this.shown && this.token()?.from !== this.shown.from) this.close() }

  // who picks with a finger leaves the text for a moment
  private readonly left = (): void => { setTimeout(() => { if (document.activeElement !== this.element) this.close() }, 150) }

  private readonly key = (event: KeyboardEvent): void => {
    if (!this.shown || event.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.mark(event.key === 'ArrowDown' ? 1 : -1)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && !event.shiftKey && this.marked) {
      if (this.waits) this.enter = event.key
      else this.choose(this.marked)
    }
    else if (event.key === 'Escape') { this.refused = this.shown.from; this.close(); event.stopPropagation() }
    else {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.ctrlKey || event.metaKey) this.close()
      return
    }
    event.preventDefault()
  }

  private readonly picked = (event: Event): void => {
    event.preventDefault()
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option) this.choose(option)
  }

  private look(): void {
    const token = this.token()
    if (!token) { this.refused = -1; return this.close() }
    // whoever has closed the list goes on typing without it
    if (token.from === this.refused) return
    this.forget()
    this.waits = true
    this.timer = window.setTimeout(() => void this.ask(token), 120)
  }

  private token(): Token | null {
    const { selectionStart: to, selectionEnd, value } = this.element
    if (to !== selectionEnd) return null
    const before = value.slice(Math.max(0, to - 40), to)
    for (const [sign, pattern, url] of [['@', person, this.peopleValue], ['#', number, this.numbersValue]] as const) {
      const words = url ? pattern.exec(before)?.[1] : undefined
      if (words !== undefined) return { sign, words, from: to - words.length - 1, to }
    }
    return null
  }

  private async ask(token: Token): Promise<void> {
    const { signal } = this.asked
    const url = new URL(token.sign === '@' ? this.peopleValue : this.numbersValue, location.href)
    url.searchParams.set('q', token.words)
    try {
      const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } })
      if (!answer.ok || answer.redirected) return this.close()
      const options = await answer.text()
      if (!signal.aborted) this.show(token, options)
    } catch {
      if (!signal.aborted) this.close()
    }
  }

  private show(token: Token, options: string): void {
    if (document.activeElement !== this.element) return this.close()
    const { enter } = this
    this.waits = false
    this.enter = null
    this.list.innerHTML = options
    if (this.options.length === 0) {
      this.close()
      if (enter === 'Enter') insert(this.element, '\n')
      return
    }
    this.options.forEach((o, i) => { o.id = `${this.list.id}-${i}` })
    this.status.textContent = this.list.querySelector('[data-count]')?.getAttribute('data-count') ?? ''
    this.shown = token
    this.list.hidden = false
    this.place(token.from)
    this.mark(1)
    if (enter) this.choose(this.marked!)
  }

  private place(at: number): void {
    const { style } = this.list
    const { left, top, line } = caretPlace(this.element, at)
    const room = this.element.offsetWidth - this.list.offsetWidth
    style.left = `${this.element.offsetLeft + Math.max(0, Math.min(left, room))}px`
    style.top = `${this.element.offsetTop + top + line + 2}px`
    const under = this.list.getBoundingClientRect()
    if (under.bottom > innerHeight && under.top - line - under.height > 0) style.top = `${this.element.offsetTop + top - this.list.offsetHeight - 2}px`
  }

  private mark(step: number): void {
    const { options } = this
    if (options.length === 0) return
    const now = options.indexOf(this.marked as HTMLElement)
    const next = options[(now + step + options.length) % options.length]
    options.forEach(o => o.setAttribute('aria-selected', String(o === next)))
    this.element.setAttribute('aria-activedescendant', next.id)
    next.scrollIntoView({ block: 'nearest' })
  }

  private choose(option: HTMLElement): void {
    const { shown } = this
    if (!shown) return
    const { from, sign } = shown
    const after = this.element.value[this.element.selectionStart] === ' ' ? '' : ' '
    this.element.setSelectionRange(from, this.element.selectionStart)
    this.close()
    insert(this.element, `${sign}${option.dataset.value}${after}`)
    if (!after) this.element.setSelectionRange(this.element.selectionStart + 1, this.element.selectionStart + 1)
    this.close()
  }

  private close(): void {
    this.forget()
    this.shown = null
    this.list.hidden = true
    this.status.textContent = ''
    this.element.removeAttribute('aria-activedescendant')
  }

  private forget(): void {
    clearTimeout(this.timer)
    this.asked.abort()
    this.asked = new AbortController()
    this.waits = false
    this.enter = null
  }

  private get list(): HTMLElement { return this.element.parentElement!.querySelector<HTMLElement>('.completions')! }
  private get status(): HTMLElement { return this.list.nextElementSibling as HTMLElement }
  private get options(): HTMLElement[] { return [...this.list.querySelectorAll<HTMLElement>('[role=option]')] }
  private get marked(): HTMLElement | null { return this.list.querySelector<HTMLElement>('[aria-selected=true]') }
}
