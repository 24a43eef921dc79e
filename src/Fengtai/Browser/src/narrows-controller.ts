import { Controller } from '@hotwired/stimulus'

/** A list that is narrowed by typing: the arrows walk through what is left, Enter takes the first. */
export class NarrowsController extends Controller<HTMLElement> {
  static targets = ['input', 'item']
  declare readonly inputTarget: HTMLInputElement
  declare readonly hasInputTarget: boolean
  declare readonly itemTargets: HTMLElement[]

  connect(): void {
    this.element.addEventListener('keydown', this.key)
    this.element.addEventListener('toggle', this.opened)
    if (!this.hasInputTarget) return
    this.inputTarget.hidden = false
    this.inputTarget.addEventListener('input', this.narrow)
  }

  disconnect(): void {
    this.element.removeEventListener('keydown', this.key)
    this.element.removeEventListener('toggle', this.opened)
    if (this.hasInputTarget) this.inputTarget.removeEventListener('input', this.narrow)
  }

  // what is typed here narrows and is not sent
  private readonly narrow = (): void => {
    const words = this.inputTarget.value.trim().toLowerCase()
    for (const item of this.itemTargets) item.hidden = !item.textContent!.toLowerCase().includes(words)
  }

  private readonly opened = (): void => {
    if (!(this.element as HTMLDetailsElement).open || !this.hasInputTarget) return
    this.inputTarget.value = ''
    this.narrow()
    this.inputTarget.focus()
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const all = this.itemTargets.filter(i => !i.hidden).map(i => i.querySelector<HTMLElement>('a, input')).filter(e => e !== null)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const inInput = this.hasInputTarget && document.activeElement === this.inputTarget
    if (at < 0 && !inInput) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // within a group of radios the arrows choose
      if (at >= 0 && (all[at] as HTMLInputElement).type === 'radio') return
      event.preventDefault()
      const next = at + (event.key === 'ArrowDown' ? 1 : -1)
      if (next < 0 && this.hasInputTarget) this.inputTarget.focus()
      else all[Math.min(Math.max(next, 0), all.length - 1)]?.focus()
    } else if (event.key === 'Enter' && inInput && all[0]) {
      event.preventDefault()
      all[0].click()
      if (all[0].matches('input')) all[0].focus()
    }
  }
}
