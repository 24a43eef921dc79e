import { Controller } from '@hotwired/stimulus'
import type { TurboSubmitEndEvent, TurboSubmitStartEvent } from './turbo-events'

const keepForDays = 14
const keepHereAfter = 400
const keepThereAfter = 3000
const previewed = 120

type Draft = { at: number; text: string; chosen?: string }

/**
 * On a textarea: keeps what is typed until its form has been accepted, in this browser at once and at `url` on the server a little later.
 * What was left in this browser stands there again; what was left elsewhere is offered, and never put over what somebody is typing.
 * `data-drafts-with-value="visibility"` names the choice that belongs to the text, so that a note for few does not come back as one for all.
 */
export class DraftsController extends Controller<HTMLTextAreaElement> {
  static values = { key: String, with: String, url: String, saved: Object }
  declare keyValue: string
  declare withValue: string
  declare urlValue: string
  declare savedValue: Draft
  declare hasSavedValue: boolean
  private hereTimer = 0
  private thereTimer = 0
  private offered: Draft | null = null
  private onItsWay: Promise<unknown> | null = null
  private ended = false

  connect(): void {
    const here = read(this.storageKey)
    const there = this.hasSavedValue ? this.savedValue : null
    if (here && this.element.value === '' && (!there || there.at <= here.at || same(there.text, here.text))) {
      this.put(here)
      this.offer(here, true)
    } else {
      const newest = here && there ? (here.at > there.at ? here : there) : here ?? there
      if (newest && !same(newest.text, this.element.value)) this.offer(newest, false)
    }
    // somebody may type before the script is there
    if (this.isTouched && !this.offered) this.later()
    this.element.addEventListener('input', this.later)
    this.choices.forEach(c => c.addEventListener('change', this.later))
    this.strip?.addEventListener('click', this.clicked)
    addEventListener('turbo:submit-start', this.sending)
    addEventListener('turbo:submit-end', this.sent)
    addEventListener('pagehide', this.flush)
  }

  disconnect(): void {
    this.element.removeEventListener('input', this.later)
    this.choices.forEach(c => c.removeEventListener('change', this.later))
    this.strip?.removeEventListener('click', this.clicked)
    removeEventListener('turbo:submit-start', this.sending)
    removeEventListener('turbo:submit-end', this.sent)
    removeEventListener('pagehide', this.flush)
    this.flush()
  }

  private readonly later = (): void => {
    this.ended = false
    clearTimeout(this.hereTimer)
    this.hereTimer = window.setTimeout(() => this.keepHere(), keepHereAfter)
    if (!this.urlValue || this.offered) return
    // typing without a pause is kept now and then, too
    if (this.thereTimer === 0) this.thereTimer = window.setTimeout(() => this.keepThere(), keepThereAfter)
  }

  private readonly flush = (): void => {
    if (this.ended) return
    if (this.hereTimer) this.keepHere()
    if (this.thereTimer) this.keepThere()
  }

  private readonly sending = (event: Event): void => {
    if ((event as TurboSubmitStartEvent).detail.formSubmission.formElement !== this.element.form) return
    this.flush()
    this.ended = true
  }

  private readonly sent = (event: Event): void => {
    const { success, formSubmission } = (event as TurboSubmitEndEvent).detail
    if (formSubmission.formElement !== this.element.form) return
    if (!success) { this.ended = false; return }
    localStorage.removeItem(this.storageKey)
    this.hideOffer()
    // what was still on its way may have arrived after the server had forgotten the rest
    const { urlValue, onItsWay } = this
    if (onItsWay) void onItsWay.then(() => keep(urlValue, ''))
  }

  private readonly clicked = (event: Event): void => {
    const target = event.target as Element
    const draft = this.offered
    if (target.closest('[data-draft-restore]') && draft) {
      this.hideOffer()
      this.put(this.isTouched ? { ...draft, text: `${this.element.value.trimEnd()}\n\n${draft.text}` } : draft)
      this.element.focus()
    } else if (target.closest('[data-draft-discard]')) {
      const wasPut = this.strip?.dataset.given === 'yes'
      this.hideOffer()
      if (wasPut) this.put({ at: 0, text: this.element.defaultValue })
      else if (!this.isTouched) { localStorage.removeItem(this.storageKey); this.keepThere() }
      else this.later()
      this.element.focus()
    }
  }

  private get isTouched(): boolean { return this.element.value.trim() !== '' && this.element.value !== this.element.defaultValue }

  private offer(draft: Draft, isGivenBack: boolean): void {
    const strip = this.strip
    if (!strip) return
    this.offered = isGivenBack ? null : draft
    strip.dataset.given = isGivenBack ? 'yes' : 'no'
    strip.querySelector('[data-draft-said]')!.textContent = (isGivenBack ? strip.dataset.givenBack : strip.dataset.offered) ?? ''
    strip.querySelector('[data-draft-text]')!.textContent = isGivenBack ? '' : draft.text.slice(0, previewed)
    strip.querySelector<HTMLElement>('[data-draft-restore]')!.hidden = isGivenBack
    strip.hidden = false
  }

  private hideOffer(): void {
    this.offered = null
    if (this.strip) this.strip.hidden = true
  }

  private put(draft: Draft): void {
    this.element.value = draft.text
    this.choices.forEach(c => { if (c.value === draft.chosen) c.checked = true })
    this.element.dispatchEvent(new Event('input', { bubbles: true }))
    this.later()
  }

  private keepHere(): void {
    clearTimeout(this.hereTimer)
    this.hereTimer = 0
    if (this.isEmpty) localStorage.removeItem(this.storageKey)
    else localStorage.setItem(this.storageKey, JSON.stringify({ at: Date.now(), text: this.element.value, chosen: this.chosen }))
  }

  private keepThere(): void {
    clearTimeout(this.thereTimer)
    this.thereTimer = 0
    if (!this.urlValue) return
    const way = keep(this.urlValue, this.isEmpty ? '' : this.element.value, this.chosen)
    this.onItsWay = way
    void way.then(() => { if (this.onItsWay === way) this.onItsWay = null })
  }

  // what stands there from the server is nobody's draft
  private get isEmpty(): boolean { return this.element.value.trim() === '' || this.element.value === this.element.defaultValue && !this.element.form?.dataset.refused }

  private get chosen(): string | undefined { return this.choices.find(c => c.checked)?.value }

  private get strip(): HTMLElement | null { return this.element.parentElement?.querySelector<HTMLElement>('[data-draft-offer]') ?? null }

  private get choices(): HTMLInputElement[] {
    return this.withValue ? [...this.element.form?.querySelectorAll<HTMLInputElement>(`[name="${this.withValue}"]`) ?? []] : []
  }

  private get storageKey(): string { return `draft:${document.body.dataset.person ?? ''}:${this.keyValue}` }
}

// the page may be closing; a server that is away is tried again with the next letters
async function keep(url: string, text: string, choice?: string): Promise<void> {
  try {
    await fetch(url, { method: 'PUT', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text, choice }) })
  } catch {
    // kept in this browser
  }
}

const same = (a: string, b: string) => a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim()
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
