import { Controller } from '@hotwired/stimulus'
import { toast } from './toasts'

const lastSeen = 'newest-notice'

/** Says a notice that arrived while the page was open, or since the page before. What was there at first is only counted. */
export class BellController extends Controller<HTMLElement> {
  static targets = ['toast']
  static values = { newest: String }
  declare readonly newestValue: string
  declare readonly hasToastTarget: boolean
  declare readonly toastTarget: HTMLElement

  // ids grow with time; reading a notice makes an older one the newest unread, which is no news
  newestValueChanged(): void {
    const known = sessionStorage.getItem(lastSeen)
    if (known === null || this.newestValue > known) sessionStorage.setItem(lastSeen, this.newestValue)
    if (known !== null && this.newestValue > known) setTimeout(() => this.say())
  }

  private say(): void {
    if (!this.hasToastTarget || document.documentElement.hasAttribute('data-turbo-preview')) return
    const said = document.createElement('div')
    said.className = 'toast'
    said.append(...[...this.toastTarget.childNodes].map(n => n.cloneNode(true)))
    toast(said)
  }
}
