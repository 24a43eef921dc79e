import { Controller } from '@hotwired/stimulus'

/**
 * On a form: shows what has `data-when-field` only while that field's answer is one of `data-when-values` (a JSON array).
 * What is hidden is not sent. Without script everything is shown.
 */
export class DependsController extends Controller<HTMLFormElement> {
  connect(): void {
    this.element.addEventListener('input', this.apply)
    addEventListener('turbo:morph', this.apply)
    this.element.addEventListener('reset', this.afterReset)
    this.apply()
  }

  disconnect(): void {
    this.element.removeEventListener('input', this.apply)
    removeEventListener('turbo:morph', this.apply)
    this.element.removeEventListener('reset', this.afterReset)
  }

  private readonly afterReset = (): void => { setTimeout(this.apply) }

  // in the order of the page, so that a question below a hidden question is hidden too
  private readonly apply = (): void => {
    for (const part of this.element.querySelectorAll<HTMLElement>('[data-when-field]')) {
      const wanted = JSON.parse(part.dataset.whenValues ?? '[]') as string[]
      const shown = this.answers(part.dataset.whenField!).some(answer => wanted.includes(answer))
      part.hidden = !shown
      part.querySelectorAll<HTMLInputElement>('input, select, textarea, button').forEach(c => { this.ask(c, shown) })
    }
  }

  // what the server disabled stays so
  private ask(control: HTMLInputElement, shown: boolean): void {
    if (!shown && !control.disabled) {
      control.disabled = true
      control.dataset.unasked = ''
    } else if (shown && 'unasked' in control.dataset) {
      control.disabled = false
      delete control.dataset.unasked
    }
  }

  private answers(name: string): string[] {
    return [...this.element.elements]
      .filter((e): e is HTMLInputElement => (e as HTMLInputElement).name === name && !(e as HTMLInputElement).disabled)
      .filter(e => (e.type !== 'radio' && e.type !== 'checkbox') || e.checked)
      .map(e => e.value)
  }
}
