import { Controller } from '@hotwired/stimulus'
import type { TurboSubmitEndEvent } from './turbo-events'

const keepForDays = 14

type Draft = { at: number; text: string; chosen?: string }

/**
 * On a textarea: keeps what is typed until its form has been accepted. `data-drafts-key-value="ticket:100042:answer"`;
 * `data-drafts-with-value="visibility"` names the choice that belongs to the text, so that a note for few does not come back as one for all.
 */
export class DraftsController extends Controller<HTMLTextAreaElement> {
  static values = { key: String, with: String }
  declare keyValue: string
  declare withValue: string
  private timer = 0

  connect(): void {
    const draft = read(this.storageKey)
    if (draft && this.element.value === '') {
      this.element.value = draft.text
      this.choices.forEach(c => { if (c.value === draft.chosen) c.checked = true })
      this.element.dispatchEvent(new Event('input', { bubbles: true }))
    }
    this.element.addEventListener('input', this.later)
    this.choices.forEach(c => c.addEventListener('change', this.later))
    addEventListener('turbo:submit-end', this.sent)
  }

  disconnect(): void {
    this.element.removeEventListener('input', this.later)
    this.choices.forEach(c => c.removeEventListener('change', this.later))
    removeEventListener('turbo:submit-end', this.sent)
    if (this.timer) { clearTimeout(this.timer); this.save() }
  }

  private readonly later = (): void => {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.save(), 400)
  }

  private readonly sent = (event: Event): void => {
    const { success, formSubmission } = (event as TurboSubmitEndEvent).detail
    if (!success || formSubmission.formElement !== this.element.form) return
    clearTimeout(this.timer)
    this.timer = 0
    localStorage.removeItem(this.storageKey)
  }

  private save(): void {
    this.timer = 0
    if (this.element.value.trim() === '') localStorage.removeItem(this.storageKey)
    else localStorage.setItem(this.storageKey, JSON.stringify({ at: Date.now(), text: this.element.value, chosen: this.choices.find(c => c.checked)?.value }))
  }

  private get choices(): HTMLInputElement[] {
    return this.withValue ? [...this.element.form?.querySelectorAll<HTMLInputElement>(`[name="${this.withValue}"]`) ?? []] : []
  }

  private get storageKey(): string { return `draft:${document.body.dataset.person ?? ''}:${this.keyValue}` }
}

/** On a shared computer the next person must not find the drafts of the one before. */
export function forgetDraftsOnSignOut(): void {
  addEventListener('submit', event => {
    if (!(event.target as HTMLElement).matches('[data-forgets-drafts]')) return
    Object.keys(localStorage).filter(k => k.startsWith('draft:')).forEach(k => localStorage.removeItem(k))
  }, true)
}

/** A page that says `data-draft-done="report"` ends that draft: its form left the page when it was sent. */
export function forgetFinishedDrafts(): void {
  addEventListener('turbo:load', () => document.querySelectorAll<HTMLElement>('[data-draft-done]').forEach(
    e => localStorage.removeItem(`draft:${document.body.dataset.person ?? ''}:${e.dataset.draftDone}`)))
}

function read(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    return draft && Date.now() - draft.at < keepForDays * 86_400_000 ? draft : null
  } catch {
    return null
  }
}
