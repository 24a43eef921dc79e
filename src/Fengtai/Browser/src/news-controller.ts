import { Controller } from '@hotwired/stimulus'

// so long must it have been in sight before it counts as read
const readAfter = 2000

/**
 * On a form that says which event was the newest when its writing began: what others said since is told above its button as it happens.
 * What has been in sight is named as read, so that the server does not tell it again.
 */
export class NewsController extends Controller<HTMLFormElement> {
  static targets = ['seen', 'said']
  declare readonly seenTarget: HTMLInputElement
  declare readonly saidTarget: HTMLElement
  private from = 0
  private timer = 0

  connect(): void {
    this.from = Math.min(Number(this.seenTarget.value), ...this.lines.filter(l => !l.hidden).map(l => Number(l.dataset.event) - 1))
    addEventListener('turbo:render', this.tell)
    this.tell()
  }

  disconnect(): void {
    removeEventListener('turbo:render', this.tell)
    clearTimeout(this.timer)
  }

  private readonly tell = (): void => {
    if (!this.isWriting && !this.element.dataset.refused) this.from = Number(this.seenTarget.value)
    let newest = 0
    for (const line of this.lines) {
      const id = Number(line.dataset.event)
      line.hidden = id <= this.from
      if (!line.hidden) newest = Math.max(newest, id)
    }
    this.saidTarget.querySelector<HTMLElement>('.news')!.hidden = newest === 0
    clearTimeout(this.timer)
    if (newest > Number(this.seenTarget.value)) this.timer = window.setTimeout(() => this.read(newest), readAfter)
  }

  private read(newest: number): void {
    if (!document.hidden) this.seenTarget.value = String(Math.max(newest, Number(this.seenTarget.value)))
    else document.addEventListener('visibilitychange', this.tell, { once: true })
  }

  private get lines(): HTMLElement[] { return [...this.saidTarget.querySelectorAll<HTMLElement>('[data-event]')] }

  private get isWriting(): boolean { return [...this.element.querySelectorAll('textarea')].some(t => t.value.trim() !== '') }
}
