import { Controller } from '@hotwired/stimulus'
import { hear, say } from './live'
import type { TurboSubmitEndEvent } from './turbo-events'

type Present = { id: string; name: string; isWriting: boolean }

const mostShown = 4
// the server asks again whether the page may see the ticket
const comeEvery = 120_000
const sayWritingEvery = 8000
// a voice that reads out every coming and going is turned off by its listener
const sayAloudEvery = 10_000

/** Says that this page is open, and shows who else has it open and who is writing. `data-presence-topic-value="ticket:ID"`. */
export class PresenceController extends Controller<HTMLElement> {
  static targets = ['people', 'aloud']
  static values = { topic: String, open: String, writing: String, more: String }
  declare readonly peopleTarget: HTMLElement
  declare readonly aloudTarget: HTMLElement
  declare readonly topicValue: string
  declare readonly openValue: string
  declare readonly writingValue: string
  declare readonly moreValue: string
  private forget = (): void => {}
  private timer = 0
  private aloudTimer = 0
  private saidWriting = 0
  private aloudAt = 0
  private readonly known = new Set<string>()
  private waiting: string[] = []

  connect(): void {
    this.forget = hear<Present[]>('present', people => this.show(people))
    addEventListener('live:connected', this.come)
    addEventListener('input', this.typed)
    addEventListener('turbo:submit-end', this.sent)
    addEventListener('turbo:before-cache', this.clear)
    this.timer = window.setInterval(this.come, comeEvery)
    this.come()
  }

  disconnect(): void {
    this.forget()
    removeEventListener('live:connected', this.come)
    removeEventListener('input', this.typed)
    removeEventListener('turbo:submit-end', this.sent)
    removeEventListener('turbo:before-cache', this.clear)
    clearInterval(this.timer)
    clearTimeout(this.aloudTimer)
    say('Come', '')
  }

  private readonly come = (): void => say('Come', this.topicValue)

  private readonly typed = (event: Event): void => {
    const field = event.target as HTMLElement
    if (!event.isTrusted || !(field instanceof HTMLTextAreaElement) || !field.closest('#composer, #drawer') || Date.now() - this.saidWriting < sayWritingEvery) return
    this.saidWriting = Date.now()
    say('Write', true)
  }

  private readonly sent = (event: Event): void => {
    if (!(event as TurboSubmitEndEvent).detail.success || this.saidWriting === 0) return
    this.saidWriting = 0
    say('Write', false)
  }

  private readonly clear = (): void => { this.peopleTarget.replaceChildren() }

  private show(people: Present[]): void {
    const others = people.filter(p => p.id !== document.body.dataset.person).sort((a, b) => Number(b.isWriting) - Number(a.isWriting))
    this.peopleTarget.replaceChildren(...others.slice(0, mostShown).map(p => this.item(p)))
    if (others.length > mostShown) {
      const more = document.createElement('li')
      more.textContent = this.moreValue.replace('{count}', String(others.length - mostShown))
      more.title = others.slice(mostShown).map(p => p.name).join(' · ')
      this.peopleTarget.append(more)
    }
    for (const p of others) {
      this.once(`${p.id} open`, this.openValue, p)
      if (p.isWriting) this.once(`${p.id} writing`, this.writingValue, p)
    }
  }

  private item(person: Present): HTMLElement {
    const item = document.createElement('li')
    item.className = person.isWriting ? 'person writing' : 'person'
    const face = document.createElement('span')
    face.className = 'avatar'
    face.setAttribute('aria-hidden', 'true')
    face.textContent = [...person.name.trim()][0]?.toUpperCase() ?? '?'
    const words = document.createElement('span')
    words.textContent = (person.isWriting ? this.writingValue : this.openValue).replace('{name}', person.name)
    item.append(face, words)
    return item
  }

  private once(what: string, words: string, person: Present): void {
    if (this.known.has(what)) return
    this.known.add(what)
    this.waiting.push(words.replace('{name}', person.name))
    clearTimeout(this.aloudTimer)
    this.aloudTimer = window.setTimeout(() => this.sayAloud(), Math.max(1000, this.aloudAt + sayAloudEvery - Date.now()))
  }

  private sayAloud(): void {
    this.aloudAt = Date.now()
    this.aloudTarget.textContent = this.waiting.join(' · ')
    this.waiting = []
  }
}
