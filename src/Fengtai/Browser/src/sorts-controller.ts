import { Controller } from '@hotwired/stimulus'

/** A list whose items can be moved: by their buttons, or by Alt with an arrow. They are sent in the order in which they stand. */
export class SortsController extends Controller<HTMLElement> {
  static targets = ['item', 'move']
  declare readonly itemTargets: HTMLElement[]
  declare readonly moveTargets: HTMLElement[]

  connect(): void {
    this.moveTargets.forEach(b => { b.hidden = false })
    this.element.addEventListener('keydown', this.key)
  }

  disconnect(): void { this.element.removeEventListener('keydown', this.key) }

  up(event: Event): void { this.move(event.currentTarget as HTMLElement, -1) }

  down(event: Event): void { this.move(event.currentTarget as HTMLElement, 1) }

  private readonly key = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    this.move(event.target as HTMLElement, event.key === 'ArrowUp' ? -1 : 1)
  }

  private move(from: HTMLElement, step: number): void {
    const items = this.itemTargets
    const item = items.find(i => i.contains(from))
    const other = item && items[items.indexOf(item) + step]
    if (!item || !other) return
    if (step < 0) other.before(item)
    else other.after(item)
    from.focus()
    item.scrollIntoView({ block: 'nearest' })
  }
}
