import { Controller } from '@hotwired/stimulus'

/** On the chip of a filter: Delete takes it away, ! turns it round, as its links do. */
export class FilterController extends Controller<HTMLElement> {
  key(event: KeyboardEvent): void {
    const wanted = event.key === 'Delete' || event.key === 'Backspace' ? 'a.remove' : event.key === '!' ? 'a.negate' : null
    const link = wanted && this.element.parentElement?.querySelector<HTMLAnchorElement>(wanted)
    if (!link || event.target !== this.element.querySelector('summary')) return
    event.preventDefault()
    link.click()
  }
}
