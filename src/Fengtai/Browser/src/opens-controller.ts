import { Controller } from '@hotwired/stimulus'

/**
 * On a `<details>` that is a menu or a panel: closes on Escape, on a click elsewhere, when another one opens, when what is in it is sent.
 * `data-opens-now-value` is how a page says that one goes on in it.
 */
export class OpensController extends Controller<HTMLDetailsElement> {
  static values = { now: Boolean }

  connect(): void {
    addEventListener('click', this.elsewhere)
    addEventListener('keydown', this.escape)
    addEventListener('turbo:before-cache', this.close)
    this.element.addEventListener('submit', this.sent)
  }

  disconnect(): void {
    removeEventListener('click', this.elsewhere)
    removeEventListener('keydown', this.escape)
    removeEventListener('turbo:before-cache', this.close)
    this.element.removeEventListener('submit', this.sent)
  }

  nowValueChanged(now: boolean): void {
    if (!now) return
    this.element.open = true
    this.first()?.focus()
  }

  private first(): HTMLElement | null {
    const find = (controls: string) => this.element.querySelector<HTMLElement>(`.panel :is(${controls}):not([hidden], [name=not])`)
    return find('input[type=search], input[type=text]') ?? find('input:not([type=hidden]), select, textarea')
  }

  private readonly elsewhere = (event: Event): void => { if (!this.element.contains(event.target as Node)) this.close() }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.element.open) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.close()
    this.element.querySelector('summary')?.focus()
  }

  private readonly sent = (): void => {
    this.close()
    this.element.querySelector('summary')?.focus()
  }

  private readonly close = (): void => { this.element.open = false }
}
