import { Controller } from '@hotwired/stimulus'

/** Which day had the focus when the form was sent by key; the next rendering gives it back. */
let focused: string | null = null

/**
 * Days of a year are chosen by dragging over them or clicking, which paints at once; by keyboard with arrows and Space, and Enter paints.
 * Without script they are check boxes beside a button.
 */
export class PaintsController extends Controller<HTMLFormElement> {
  static targets = ['days']
  declare readonly daysTarget: HTMLElement
  private from: HTMLInputElement | null = null

  connect(): void {
    const boxes = this.boxes()
    // one stop for Tab instead of 365
    const entry = boxes.find(b => b.id === focused) ?? boxes.find(b => b.closest('.today')) ?? boxes[0]
    for (const box of boxes) box.tabIndex = box === entry ? 0 : -1
    if (focused) entry?.focus({ preventScroll: true })
    focused = null
    this.daysTarget.addEventListener('pointerdown', this.down)
    this.daysTarget.addEventListener('click', this.click)
    this.daysTarget.addEventListener('keydown', this.key)
    document.addEventListener('pointermove', this.move)
    document.addEventListener('pointerup', this.up)
    document.addEventListener('pointercancel', this.cancel)
  }

  disconnect(): void {
    this.daysTarget.removeEventListener('pointerdown', this.down)
    this.daysTarget.removeEventListener('click', this.click)
    this.daysTarget.removeEventListener('keydown', this.key)
    document.removeEventListener('pointermove', this.move)
    document.removeEventListener('pointerup', this.up)
    document.removeEventListener('pointercancel', this.cancel)
  }

  private boxes(): HTMLInputElement[] {
    return [...this.daysTarget.querySelectorAll<HTMLInputElement>('input[name=day]')]
  }

  private boxAt(element: Element | null): HTMLInputElement | null {
    return element?.closest('.day')?.querySelector('input') ?? null
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    this.from = this.boxAt(event.target as Element)
    if (this.from) this.select(this.from, this.from)
  }

  private readonly move = (event: PointerEvent): void => {
    if (!this.from) return
    const to = this.boxAt(document.elementFromPoint(event.clientX, event.clientY))
    if (!to) return
    // a finger that leaves the week means to scroll, also where the page goes no further
    if (event.pointerType === 'touch' && to.closest('tr') !== this.from.closest('tr')) this.cancel()
    else this.select(this.from, to)
  }

  private readonly up = (): void => {
    if (!this.from) return
    this.from = null
    this.element.requestSubmit()
  }

  // the finger scrolls after all
  private readonly cancel = (): void => {
    this.from = null
    for (const box of this.boxes()) box.checked = false
  }

  // the pointer has chosen already; what a key clicks goes its usual way
  private readonly click = (event: MouseEvent): void => {
    if (event.detail > 0 && this.boxAt(event.target as Element)) event.preventDefault()
  }

  private select(from: HTMLInputElement, to: HTMLInputElement): void {
    const boxes = this.boxes()
    const [first, last] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b) as [number, number]
    boxes.forEach((box, i) => { box.checked = i >= first && i <= last })
  }

  private readonly key = (event: KeyboardEvent): void => {
    const box = event.target as HTMLInputElement
    if (box.name !== 'day' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!this.boxes().some(b => b.checked)) box.checked = true
      focused = box.id
      this.element.requestSubmit()
      return
    }
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const boxes = this.boxes()
    const next = boxes[boxes.indexOf(box) + step]
    if (!next) return
    if (event.shiftKey) {
      const [first, last] = [boxes.indexOf(box), boxes.indexOf(next)].sort((a, b) => a - b) as [number, number]
      for (const passed of boxes.slice(first, last + 1)) passed.checked = true
    }
    box.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
}
