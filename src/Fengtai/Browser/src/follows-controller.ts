import { Controller } from '@hotwired/stimulus'

/** On a turbo-frame inside a form: asked for anew when one of the named fields changes, with what they say then. */
export class FollowsController extends Controller<HTMLElement> {
  static values = { url: String, fields: String }
  declare readonly urlValue: string
  declare readonly fieldsValue: string
  private form: HTMLFormElement | null = null

  connect(): void {
    this.form = this.element.closest('form')
    this.form?.addEventListener('change', this.changed)
  }

  disconnect(): void { this.form?.removeEventListener('change', this.changed) }

  private readonly changed = (event: Event): void => {
    const names = this.fieldsValue.split(' ')
    if (!this.form || !names.includes((event.target as HTMLInputElement).name)) return
    const said = new FormData(this.form)
    const url = new URL(this.urlValue, location.href)
    names.forEach(name => url.searchParams.set(name, String(said.get(name) ?? '')))
    this.element.setAttribute('src', url.href)
  }
}
