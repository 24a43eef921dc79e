import { Controller } from '@hotwired/stimulus'

/** Lists the chosen files with a picture, lets single ones go, adds what is pasted into or dropped anywhere on the same form. */
export class UploadController extends Controller<HTMLElement> {
  static targets = ['input', 'chosen', 'problem']
  static values = { maxBytes: Number, maxFiles: Number, tooLarge: String, tooMany: String, remove: String }
  declare readonly inputTarget: HTMLInputElement
  declare readonly chosenTarget: HTMLElement
  declare readonly problemTarget: HTMLElement
  declare readonly maxBytesValue: number
  declare readonly maxFilesValue: number
  declare readonly tooLargeValue: string
  declare readonly tooManyValue: string
  declare readonly removeValue: string
  private files: File[] = []
  private pictures: string[] = []

  connect(): void {
    this.element.dataset.ready = ''
    this.files = [...this.inputTarget.files ?? []]
    this.inputTarget.form?.addEventListener('paste', this.paste)
    this.inputTarget.form?.addEventListener('dragover', this.draggedOverForm)
    this.inputTarget.form?.addEventListener('drop', this.droppedOnForm)
    this.inputTarget.form?.addEventListener('reset', this.clear)
    this.draw()
  }

  disconnect(): void {
    this.inputTarget.form?.removeEventListener('paste', this.paste)
    this.inputTarget.form?.removeEventListener('dragover', this.draggedOverForm)
    this.inputTarget.form?.removeEventListener('drop', this.droppedOnForm)
    this.inputTarget.form?.removeEventListener('reset', this.clear)
    this.forgetPictures()
  }

  picked(): void { this.add([...this.inputTarget.files ?? []]) }
  over(): void { this.element.classList.add('over') }
  out(): void { this.element.classList.remove('over') }

  private readonly clear = (): void => { this.files = []; this.problemTarget.textContent = ''; this.draw() }

  private readonly paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData?.files ?? []]
    if (files.length === 0) return
    event.preventDefault()
    this.add(files)
  }

  // a file that misses the box by an inch would otherwise replace the page
  private readonly draggedOverForm = (event: DragEvent): void => { if (this.misses(event)) { event.preventDefault(); this.over() } }

  private readonly droppedOnForm = (event: DragEvent): void => {
    if (!this.misses(event)) return
    event.preventDefault()
    this.add([...event.dataTransfer?.files ?? []])
  }

  private misses(event: DragEvent): boolean {
    const another = (event.target as Element).closest('.upload')
    return another === null && this.inputTarget.form?.querySelector('.upload') === this.element && [...event.dataTransfer?.types ?? []].includes('Files')
  }

  private add(files: File[]): void {
    this.out()
    const fresh = files.filter(f => !this.files.some(known => known.name === f.name && known.size === f.size && known.lastModified === f.lastModified))
    const tooLarge = fresh.filter(f => f.size > this.maxBytesValue)
    const all = [...this.files, ...fresh.filter(f => f.size <= this.maxBytesValue)]
    this.problemTarget.textContent = tooLarge.length > 0 ? this.tooLargeValue.replace('{name}', tooLarge.map(f => f.name).join(', '))
      : all.length > this.maxFilesValue ? this.tooManyValue : ''
    this.files = this.inputTarget.multiple ? all.slice(0, this.maxFilesValue) : all.slice(-1)
    this.draw()
  }

  private drop(file: File): void {
    this.files = this.files.filter(f => f !== file)
    this.problemTarget.textContent = ''
    this.draw()
    this.inputTarget.focus()
  }

  private draw(): void {
    const kept = new DataTransfer()
    this.files.forEach(f => kept.items.add(f))
    this.inputTarget.files = kept.files
    this.forgetPictures()
    this.chosenTarget.replaceChildren(...this.files.map(f => this.row(f)))
  }

  private row(file: File): HTMLElement {
    const row = element('span', 'file')
    if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(file.type)) {
      const picture = element('img', '')
      picture.src = URL.createObjectURL(file)
      picture.alt = ''
      this.pictures.push(picture.src)
      row.append(picture)
    }
    const name = element('span', 'name')
    name.textContent = file.name
    const size = element('span', 'size')
    size.textContent = bytes(file.size)
    const remove = element('button', '')
    remove.type = 'button'
    remove.textContent = '×'
    remove.setAttribute('aria-label', this.removeValue.replace('{name}', file.name))
    remove.addEventListener('click', () => this.drop(file))
    row.append(name, size, remove)
    return row
  }

  private forgetPictures(): void { this.pictures.splice(0).forEach(p => URL.revokeObjectURL(p)) }
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (name) made.className = name
  return made
}

function bytes(n: number): string {
  return n < 1024 ? `${n} B` : n < 1024 * 1024 ? `${Math.round(n / 1024)} KB` : `${(n / 1024 / 1024).toFixed(1)} MB`
}
