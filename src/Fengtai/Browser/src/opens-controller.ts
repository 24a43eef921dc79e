import { Controller } from '@hotwired/stimulus'

/** On a `<details>` that is a menu or a panel: closes on Escape, on a click elsewhere, when another one opens. */
export class OpensController extends Controller<HTMLDetailsElement> {
  connect(): void {
    addEventListener('click', this.elsewhere)
    addEventListener('keydown', this.escape)
    addEventListener('turbo:before-cache', this.close)
  }

  disconnect(): void {
    removeEventListener('click', this.elsewhere)
    removeEventListener('keydown', this.escape)
    removeEventListener('turbo:before-cache', this.close)
  }

  private readonly elsewhere = (event: Event): void => { if (!this.element.contains(event.target as Node)) this.close() }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.element.open) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.close()
    this.element.querySelector('summary')?.focus()
  }

  private readonly close = (): void => { this.element.open = false }
}
