import { Controller } from '@hotwired/stimulus'
import { insert } from './insert'

/** Buttons that write their `data-text` into a text of the form around them: the one that was written in last, else the first. */
export class InsertsController extends Controller<HTMLElement> {
  private area: HTMLTextAreaElement | null = null

  connect(): void { this.element.addEventListener('focusin', this.entered) }

  disconnect(): void { this.element.removeEventListener('focusin', this.entered) }

  put(event: Event): void {
    const area = this.area?.isConnected ? this.area : this.element.querySelector('textarea')
    if (area) insert(area, (event.currentTarget as HTMLElement).dataset.text!)
  }

  private readonly entered = (event: Event): void => { if (event.target instanceof HTMLTextAreaElement) this.area = event.target }
}
