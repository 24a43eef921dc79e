import { Controller } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'

/**
 * What grows old by itself (ages, deadlines) is asked for again every so many seconds and morphed. While the server is away the page stays as it is:
 * a screen on the wall must not end on the browser's error page.
 */
export class AgainController extends Controller<HTMLElement> {
  static values = { seconds: Number }
  declare secondsValue: number
  private timer = 0

  connect(): void {
    this.timer = window.setInterval(() => void this.ask(), this.secondsValue * 1000)
  }

  disconnect(): void {
    clearInterval(this.timer)
  }

  private async ask(): Promise<void> {
    if (document.hidden) return
    try {
      const answer = await fetch('/health/ready', { method: 'HEAD', cache: 'no-store' })
      if (answer.ok) Turbo.renderStreamMessage('<turbo-stream action="refresh"></turbo-stream>')
    } catch {
      // the connection of live.ts says so on the page
    }
  }
}
