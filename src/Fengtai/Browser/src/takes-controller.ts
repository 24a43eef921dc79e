import { Controller } from '@hotwired/stimulus'
import { insert } from './insert'

interface Upload { file: File, name: string, mark: string, isPicture: boolean }

/**
 * On a textarea: files that are pasted into it or dropped onto it are uploaded at once, a mark stands at the caret meanwhile, and then the
 * picture or link itself. A file that does not arrive takes its mark away and nothing else; a form that is sent meanwhile waits.
 */
export class TakesController extends Controller<HTMLTextAreaElement> {
  static values = { url: String }
  declare readonly urlValue: string
  private under = 0
  private waits: HTMLElement | null | undefined

  connect(): void {
    this.element.addEventListener('paste', this.pasted)
    this.element.addEventListener('dragover', this.over)
    this.element.addEventListener('dragleave', this.out)
    this.element.addEventListener('drop', this.dropped)
    this.element.form?.addEventListener('submit', this.sent, true)
  }

  disconnect(): void {
    this.element.removeEventListener('paste', this.pasted)
    this.element.removeEventListener('dragover', this.over)
    this.element.removeEventListener('dragleave', this.out)
    this.element.removeEventListener('drop', this.dropped)
    this.element.form?.removeEventListener('submit', this.sent, true)
  }

  private readonly pasted = (event: ClipboardEvent): void => this.take(event, event.clipboardData)

  private readonly dropped = (event: DragEvent): void => { this.out(); this.take(event, event.dataTransfer) }

  private readonly over = (event: DragEvent): void => {
    if (![...event.dataTransfer?.types ?? []].includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    this.element.classList.add('over')
  }

  private readonly out = (): void => this.element.classList.remove('over')

  private readonly sent = (event: SubmitEvent): void => {
    if (this.under === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.waits = event.submitter
    this.say(this.said.waiting!)
  }

  private take(event: Event, from: DataTransfer | null): void {
    const files = [...from?.files ?? []]
    // a cell of a spreadsheet comes as text and as a picture of it: the text is meant
    if (files.length === 0 || event.type === 'paste' && from!.getData('text/plain')) return
    event.preventDefault()
    event.stopPropagation()
    files.forEach(f => this.begin(f, event.type === 'paste'))
  }

  private begin(file: File, isPasted: boolean): void {
    const isPicture = /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.type)
    // what comes from the clipboard is called image.png, all of it
    const name = isPasted && isPicture && /^image\.\w+$/.test(file.name) ? `${this.said.pasted} ${time()}${file.name.slice(5)}` : file.name
    if (file.size > Number(this.said.maxBytes)) return this.complain(this.said.tooLarge!.replace('{name}', name))
    const mark = `${isPicture ? '!' : ''}[${this.said.taking!.replace('{name}', plain(name))}…]()`
    insert(this.element, mark)
    this.send({ file, name, mark, isPicture })
  }

  private send(upload: Upload): void {
    this.under++
    const progress = document.createElement('progress')
    const line = this.line(this.said.taking!.replace('{name}', upload.name), progress)
    progress.max = 1
    const request = new XMLHttpRequest()
    request.open('POST', `${this.urlValue}?name=${encodeURIComponent(upload.name)}`)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', e => { if (e.lengthComputable) progress.value = e.loaded / e.total })
    request.addEventListener('loadend', () => {
      line.remove()
      this.under--
      const answer = parsed(request.responseText)
      if (request.status === 201 && answer.id) this.put(upload.mark, `${upload.isPicture ? '!' : ''}[${plain(answer.name ?? upload.name)}](/files/${answer.id})`)
      else this.fail(upload, request.status >= 400 && request.status < 500 ? answer.title : undefined)
      this.go()
    })
    request.send(upload.file)
  }

  // what was not accepted will not be the next time; what did not arrive may
  private fail(upload: Upload, why: string | undefined): void {
    this.put(upload.mark, '')
    this.waits = undefined
    this.complain(why ?? this.said.failed!.replace('{name}', upload.name), why ? undefined : () => {
      insert(this.element, upload.mark)
      this.send(upload)
    })
  }

  private complain(words: string, again?: () => void): void {
    const row = this.line(words)
    row.classList.add('failed')
    if (again) row.append(button(this.said.again!, () => { row.remove(); again() }))
    row.append(button(this.said.dismiss!, () => row.remove()))
  }

  /** Replaces a mark wherever it has gone meanwhile; the caret stays where its writer has it. */
  private put(mark: string, text: string): void {
    const at = this.element.value.indexOf(mark)
    if (at < 0) return
    this.element.setRangeText(text, at, at + mark.length, 'preserve')
    this.element.dispatchEvent(new Event('input', { bubbles: true }))
  }

  private go(): void {
    if (this.under > 0 || this.waits === undefined) return
    const { waits } = this
    this.waits = undefined
    this.place.replaceChildren()
    this.element.form?.requestSubmit(waits as HTMLButtonElement | null)
  }

  private say(words: string): void {
    if (![...this.place.children].some(c => c.textContent === words)) this.line(words)
  }

  private line(words: string, ...more: HTMLElement[]): HTMLElement {
    const line = document.createElement('div')
    const said = document.createElement('span')
    said.textContent = words
    line.append(said, ...more)
    this.place.append(line)
    return line
  }

  private get place(): HTMLElement { return this.element.closest('.field')!.querySelector<HTMLElement>('.taking')! }
  private get said(): DOMStringMap { return this.place.dataset }
}

function button(word: string, pressed: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button small'
  made.textContent = word
  made.addEventListener('click', pressed)
  return made
}

function parsed(text: string): { id?: string, name?: string, title?: string } {
  try {
    return JSON.parse(text) as { id?: string }
  } catch {
    return {}
  }
}

const plain = (name: string) => name.replace(/[[\]\\`<>\n]/g, ' ').trim()
const time = () => new Date().toTimeString().slice(0, 8).replaceAll(':', '')
