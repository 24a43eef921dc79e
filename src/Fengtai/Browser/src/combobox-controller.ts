import { Controller } from '@hotwired/stimulus'

/**
 * A text input whose suggestions the server finds (ARIA combobox with a list). The server answers `url?q=…` with
 * `<li role="option" data-value="id" data-text="what the input shows">`. The chosen id goes into the hidden input;
 * typing on clears it, and the server then resolves the text, as it does without script.
 */
export class ComboboxController extends Controller<HTMLElement> {
  static targets = ['input', 'value', 'list', 'status']
  static values = { url: String, min: { type: Number, default: 1 } }
  declare readonly inputTarget: HTMLInputElement
  declare readonly valueTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  declare readonly hasListTarget: boolean
  declare readonly statusTarget: HTMLElement
  declare readonly urlValue: string
  declare readonly minValue: number
  private timer = 0
  private asked = new AbortController()
  private enterWaits = false
  private asking = false

  connect(): void {
    this.inputTarget.setAttribute('role', 'combobox')
    this.inputTarget.setAttribute('aria-autocomplete', 'list')
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.inputTarget.setAttribute('aria-controls', this.listTarget.id)
    this.settle()
  }

  disconnect(): void { this.forget() }

  typed(): void {
    this.valueTarget.value = ''
    this.settle()
    this.forget()
    if (this.inputTarget.value.trim().length < this.minValue) return this.close()
    this.timer = window.setTimeout(() => void this.ask(), 120)
  }

  focused(): void { if (this.minValue === 0 && !this.valueTarget.value) void this.ask() }

  key(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (this.listTarget.hidden) return void this.ask()
      // whoever walks through a list means that one, not a later answer
      this.forget()
      this.mark(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      // a list for fewer letters than were typed would choose somebody else
      if (this.timer || this.asking) { event.preventDefault(); this.enterWaits = true }
      else if (!this.listTarget.hidden) { event.preventDefault(); this.choose(this.marked ?? this.options[0]) }
    } else if (event.key === 'Escape' && !this.listTarget.hidden) {
      event.preventDefault()
      event.stopPropagation()
      this.forget()
      this.close()
    }
  }

  picked(event: Event): void {
    event.preventDefault()
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option) this.choose(option)
  }

  // the page may have been refreshed in between
  left(): void { setTimeout(() => { if (this.hasListTarget) this.close() }, 120) }

  private async ask(): Promise<void> {
    const waits = this.enterWaits
    this.forget()
    this.enterWaits = waits
    this.asking = true
    const { signal } = this.asked
    const url = new URL(this.urlValue, location.href)
    url.searchParams.set('q', this.inputTarget.value.trim())
    try {
      const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } })
      if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`)
      this.show(await answer.text())
    } catch {
      if (signal.aborted) return
      this.forget()
      this.close()
    }
  }

  private show(options: string): void {
    const { enterWaits } = this
    this.forget()
    this.listTarget.innerHTML = options
    this.options.forEach((o, i) => { o.id = `${this.listTarget.id}-${i}` })
    this.statusTarget.textContent = this.listTarget.querySelector('[data-count]')?.getAttribute('data-count') ?? ''
    if (enterWaits && this.options.length > 0) return this.choose(this.options[0])
    if (document.activeElement !== this.inputTarget) return
    this.listTarget.hidden = false
    this.inputTarget.setAttribute('aria-expanded', 'true')
    this.mark(1)
  }

  /** What was asked and has not been answered matters no more. */
  private forget(): void {
    clearTimeout(this.timer)
    this.timer = 0
    this.asked.abort()
    this.asked = new AbortController()
    this.asking = this.enterWaits = false
  }

  private mark(step: number): void {
    const options = this.options
    if (options.length === 0) return
    const now = options.indexOf(this.marked as HTMLElement)
    const next = options[(now + step + options.length) % options.length]
    options.forEach(o => o.setAttribute('aria-selected', String(o === next)))
    this.inputTarget.setAttribute('aria-activedescendant', next.id)
    next.scrollIntoView({ block: 'nearest' })
  }

  private choose(option: HTMLElement | undefined): void {
    if (!option) return
    this.forget()
    this.inputTarget.value = option.dataset.text ?? option.textContent?.trim() ?? ''
    this.valueTarget.value = option.dataset.value ?? ''
    this.close()
    this.settle()
    this.valueTarget.dispatchEvent(new Event('change', { bubbles: true }))
  }

  private close(): void {
    this.listTarget.hidden = true
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.inputTarget.removeAttribute('aria-activedescendant')
  }

  private settle(): void { this.element.classList.toggle('settled', this.valueTarget.value !== '') }
  private get options(): HTMLElement[] { return [...this.listTarget.querySelectorAll<HTMLElement>('[role=option]')] }
  private get marked(): HTMLElement | null { return this.listTarget.querySelector<HTMLElement>('[aria-selected=true]') }
}
