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
  declare readonly statusTarget: HTMLElement
  declare readonly urlValue: string
  declare readonly minValue: number
  private timer = 0
  private asked = new AbortController()
  private enterWaits = false

  connect(): void {
    this.inputTarget.setAttribute('role', 'combobox')
    this.inputTarget.setAttribute('aria-autocomplete', 'list')
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.inputTarget.setAttribute('aria-controls', this.listTarget.id)
    this.settle()
  }

  disconnect(): void { clearTimeout(this.timer); this.asked.abort() }

  typed(): void {
    this.valueTarget.value = ''
    this.settle()
    clearTimeout(this.timer)
    this.enterWaits = false
    if (this.inputTarget.value.trim().length < this.minValue) return this.close()
    this.timer = window.setTimeout(() => void this.ask(), 120)
  }

  focused(): void { if (this.minValue === 0 && !this.valueTarget.value) void this.ask() }

  key(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (this.listTarget.hidden) void this.ask()
      else this.mark(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (!this.listTarget.hidden) { event.preventDefault(); this.choose(this.marked ?? this.options[0]) }
      else if (this.timer || this.enterWaits) { event.preventDefault(); this.enterWaits = true }
    } else if (event.key === 'Escape' && !this.listTarget.hidden) {
      event.preventDefault()
      event.stopPropagation()
      this.close()
    }
  }

  picked(event: Event): void {
    event.preventDefault()
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option) this.choose(option)
  }

  left(): void { setTimeout(() => this.close(), 120) }

  private async ask(): Promise<void> {
    this.timer = 0
    this.asked.abort()
    this.asked = new AbortController()
    const url = new URL(this.urlValue, location.href)
    url.searchParams.set('q', this.inputTarget.value.trim())
    try {
      const answer = await fetch(url, { signal: this.asked.signal, headers: { Accept: 'text/html' } })
      if (!answer.ok || answer.redirected) return this.close()
      this.listTarget.innerHTML = await answer.text()
      this.options.forEach((o, i) => { o.id = `${this.listTarget.id}-${i}` })
      this.listTarget.hidden = false
      this.inputTarget.setAttribute('aria-expanded', 'true')
      this.statusTarget.textContent = this.listTarget.querySelector('[data-count]')?.getAttribute('data-count') ?? ''
      this.mark(1)
      if (this.enterWaits) { this.enterWaits = false; this.choose(this.options[0]) }
    } catch (error) {
      if ((error as Error).name !== 'AbortError') this.close()
    }
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
