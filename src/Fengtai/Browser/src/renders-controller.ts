import { Controller } from '@hotwired/stimulus'

/**
 * On a textarea: shows its text as it will look, by the server's own renderer, in place of it. The text, its caret and its draft stay
 * where they are; the button, its key or Escape leads back to them.
 */
export class RendersController extends Controller<HTMLTextAreaElement> {
  static values = { url: String }
  declare readonly urlValue: string
  private asked = new AbortController()

  connect(): void {
    this.button.closest<HTMLElement>('.writing-bar')!.hidden = false
    this.button.addEventListener('click', this.toggle)
    this.region.addEventListener('keydown', this.key)
    this.element.form?.addEventListener('submit', this.close)
  }

  disconnect(): void {
    this.asked.abort()
    this.button.removeEventListener('click', this.toggle)
    this.region.removeEventListener('keydown', this.key)
    this.element.form?.removeEventListener('submit', this.close)
  }

  private readonly toggle = (): void => {
    if (this.region.hidden) void this.show()
    else { this.close(); this.element.focus() }
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.toggle()
  }

  private readonly close = (): void => {
    this.asked.abort()
    this.region.hidden = true
    this.element.hidden = false
    this.button.setAttribute('aria-pressed', 'false')
  }

  private async show(): Promise<void> {
    this.asked.abort()
    this.asked = new AbortController()
    const { signal } = this.asked
    try {
      const answer = await fetch(this.urlValue, { method: 'POST', signal, headers: { 'Content-Type': 'application/json', Accept: 'text/html' }, body: JSON.stringify({ text: this.element.value }) })
      const html = await answer.text()
      if (signal.aborted || !answer.ok || answer.redirected) return
      this.region.innerHTML = html
    } catch {
      return
    }
    // what is looked at takes the room of what was written, so that nothing jumps
    this.region.style.minHeight = `${this.element.offsetHeight}px`
    this.element.hidden = true
    this.region.hidden = false
    this.button.setAttribute('aria-pressed', 'true')
    this.region.focus({ preventScroll: true })
  }

  private get field(): HTMLElement { return this.element.closest<HTMLElement>('.field')! }
  private get button(): HTMLElement { return this.field.querySelector<HTMLElement>('[data-rendering-button]')! }
  private get region(): HTMLElement { return this.field.querySelector<HTMLElement>('.rendering')! }
}
