import { Controller } from '@hotwired/stimulus'
import { insert } from './insert'

const askAfter = 120
const gap = /\{\{\s*[?？]([^{}\n]*)\}\}/g

/**
 * The templates for the texts of the form around it: a button, or `/` at the start of a line, opens a list that the server fills for the ticket.
 * What has no value comes as a gap, `{{?…}}`, which is selected to be typed over; the server refuses a text that still has one.
 */
export class TemplatesController extends Controller<HTMLElement> {
  static targets = ['button', 'gaps', 'dialog', 'input', 'list', 'preview']
  static values = { url: String, used: String }
  declare readonly buttonTarget: HTMLElement
  declare readonly gapsTarget: HTMLElement
  declare readonly dialogTarget: HTMLDialogElement
  declare readonly inputTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  declare readonly previewTarget: HTMLElement
  declare readonly urlValue: string
  declare readonly usedValue: string
  private form: HTMLFormElement | null = null
  private area: HTMLTextAreaElement | null = null
  /** Where the caret was when the list opened: a dialog takes it away. */
  private caret: [number, number] = [0, 0]
  private slash = false
  private timer = 0
  private asked = new AbortController()
  private enterWaits = false
  private waits = false

  connect(): void {
    this.form = this.element.closest('form')
    this.form?.addEventListener('keydown', this.slashed)
    this.form?.addEventListener('focusin', this.entered)
    this.form?.addEventListener('input', this.changed)
    this.buttonTarget.hidden = false
    this.sayGaps()
  }

  disconnect(): void {
    this.form?.removeEventListener('keydown', this.slashed)
    this.form?.removeEventListener('focusin', this.entered)
    this.form?.removeEventListener('input', this.changed)
    this.forget()
    this.dialogTarget.close()
  }

  open(): void { this.ask('', true) }

  close(): void { this.dialogTarget.close() }

  /** Who typed a slash and wanted no template has typed a slash. */
  closed(): void {
    this.forget()
    const typed = this.slash ? `/${this.inputTarget.value}` : ''
    this.slash = false
    if (!this.area?.isConnected) return
    this.comeBack(this.area)
    if (typed) insert(this.area, typed)
  }

  typed(): void {
    this.forget()
    this.waits = true
    this.timer = window.setTimeout(() => this.ask(this.inputTarget.value, false), askAfter)
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && event.target === this.inputTarget) {
      if (this.waits) this.enterWaits = true
      else this.choose(this.marked)
    } else return
    event.preventDefault()
  }

  pointed(event: PointerEvent): void {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (event.pointerType === 'mouse' && option && option !== this.marked) this.mark(option)
  }

  picked(event: Event): void {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (!option) return
    // a finger shows it first and takes it with the second touch; there is no walking through the list
    if (matchMedia('(hover: none)').matches && option !== this.marked) this.mark(option)
    else this.choose(option)
  }

  /** The next gap of the text, from the caret on. */
  next(): void {
    const area = this.withGap
    if (area) selectGap(area, area.selectionEnd)
  }

  private readonly slashed = (event: KeyboardEvent): void => {
    const area = event.target
    if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !(area instanceof HTMLTextAreaElement)) return
    const { selectionStart: at, selectionEnd, value } = area
    if (at !== selectionEnd || at > 0 && value[at - 1] !== '\n') return
    event.preventDefault()
    this.area = area
    this.slash = true
    this.ask('', true)
  }

  private readonly entered = (event: Event): void => { if (event.target instanceof HTMLTextAreaElement) this.area = event.target }

  private readonly changed = (event: Event): void => { if (event.target instanceof HTMLTextAreaElement) this.sayGaps() }

  private ask(words: string, opens: boolean): void {
    if (opens) {
      this.area ??= this.areas[0] ?? null
      if (this.area) this.caret = [this.area.selectionStart, this.area.selectionEnd]
      this.inputTarget.value = ''
      this.listTarget.replaceChildren()
      this.previewTarget.replaceChildren()
      this.dialogTarget.showModal()
      this.inputTarget.focus()
    }
    void this.fill(words.trim())
  }

  private async fill(words: string): Promise<void> {
    const waited = this.enterWaits
    this.forget()
    this.waits = true
    this.enterWaits = waited
    const { signal } = this.asked
    const url = new URL(this.urlValue, location.href)
    url.searchParams.set('q', words)
    try {
      const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } })
      const html = answer.ok && !answer.redirected ? await answer.text() : ''
      if (!signal.aborted) this.show(html)
    } catch {
      if (!signal.aborted) this.show('')
    }
  }

  private show(html: string): void {
    this.listTarget.innerHTML = html
    this.options.forEach((o, i) => { o.id = `${this.listTarget.id}-${i}` })
    this.waits = false
    this.mark(this.options[0])
    if (this.enterWaits) this.choose(this.marked)
  }

  private choose(option: HTMLElement | undefined): void {
    if (!option || !this.area) return
    const { area } = this
    this.slash = false
    this.area = null
    this.dialogTarget.close()
    this.comeBack(area)
    insert(area, option.dataset.text!)
    selectGap(area, this.caret[0])
    this.area = area
    this.sayGaps()
    void fetch(`${this.usedValue}/${option.dataset.id}/used`, { method: 'PUT', keepalive: true }).catch(() => {})
  }

  private comeBack(area: HTMLTextAreaElement): void {
    area.focus()
    area.setSelectionRange(...this.caret)
  }

  private mark(option: HTMLElement | undefined): void {
    this.marked?.setAttribute('aria-selected', 'false')
    this.inputTarget.removeAttribute('aria-activedescendant')
    this.previewTarget.replaceChildren(...option ? marked(option.dataset.text!) : [])
    if (!option) return
    option.setAttribute('aria-selected', 'true')
    this.inputTarget.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  private move(step: number): void {
    const all = this.options
    if (all.length > 0) this.mark(all[(all.indexOf(this.marked!) + step + all.length) % all.length])
  }

  private sayGaps(): void {
    const names = this.areas.flatMap(a => [...a.value.matchAll(gap)].map(m => m[1]!.trim() || '…'))
    this.gapsTarget.hidden = names.length === 0
    this.gapsTarget.querySelector('.words')!.textContent = names.length === 0 ? '' : this.gapsTarget.dataset.said!.replace('{0}', [...new Set(names)].join(' · '))
  }

  private forget(): void {
    clearTimeout(this.timer)
    this.asked.abort()
    this.asked = new AbortController()
    this.waits = this.enterWaits = false
  }

  private get areas(): HTMLTextAreaElement[] { return [...this.form?.querySelectorAll('textarea') ?? []] }

  private get withGap(): HTMLTextAreaElement | undefined {
    const all = this.areas.filter(a => a.value.search(gap) >= 0)
    return all.find(a => a === this.area) ?? all[0]
  }

  private get options(): HTMLElement[] { return [...this.listTarget.querySelectorAll<HTMLElement>('[role=option]')] }

  private get marked(): HTMLElement | undefined { return this.options.find(o => o.getAttribute('aria-selected') === 'true') }
}

function selectGap(area: HTMLTextAreaElement, from: number): void {
  const all = [...area.value.matchAll(gap)]
  const found = all.find(m => m.index >= from) ?? all[0]
  if (!found) return
  area.focus()
  area.setSelectionRange(found.index, found.index + found[0].length)
}

/** The text with its gaps marked. */
function marked(text: string): Node[] {
  const nodes: Node[] = []
  let done = 0
  for (const found of text.matchAll(gap)) {
    const mark = document.createElement('mark')
    mark.textContent = found[0]
    nodes.push(document.createTextNode(text.slice(done, found.index)), mark)
    done = found.index + found[0].length
  }
  return [...nodes, document.createTextNode(text.slice(done))]
}
