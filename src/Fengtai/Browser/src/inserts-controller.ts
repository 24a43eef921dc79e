import { Controller } from '@hotwired/stimulus'
import { insert } from './insert'

/** Buttons that write their `data-text` into a text, where its caret is. */
export class InsertsController extends Controller<HTMLElement> {
  static targets = ['into']
  declare readonly intoTarget: HTMLTextAreaElement

  put(event: Event): void { insert(this.intoTarget, (event.currentTarget as HTMLElement).dataset.text!) }
}
