// Rows of a table: the whole row answers the pointer, j and k walk, x picks; the bulk bar appears with the first pick.
let current: string | null = null

export function watchRows(): void {
  addEventListener('click', event => {
    const target = event.target as Element
    const row = target.closest<HTMLElement>('tr[data-row]')
    if (!row || target.closest('a, button, input, label, select, summary') || getSelection()?.toString()) return
    link(row)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: (event as MouseEvent).ctrlKey, metaKey: (event as MouseEvent).metaKey }))
  })
  addEventListener('change', event => {
    const box = event.target as HTMLInputElement
    if (box.matches?.('[data-pick-all]')) rows().forEach(r => { const b = pick(r); if (b) b.checked = box.checked })
    if (box.matches?.('[data-pick-all], [data-pick]')) showPicked()
  })
  addEventListener('turbo:load', () => { current = null; showPicked() })
  addEventListener('turbo:morph', () => { showPicked(); if (current) mark(rows().find(r => r.dataset.row === current) ?? null) })
}

export function moveRow(step: number): boolean {
  const all = rows()
  if (all.length === 0) return false
  const now = all.findIndex(r => r.dataset.row === current)
  const next = all[now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, now + step))]
  current = next.dataset.row!
  mark(next)
  // the link takes the focus, so that a screen reader says the row and Enter opens it
  link(next)?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  return true
}

export const currentRow = (): HTMLElement | null => rows().find(r => r.dataset.row === current) ?? null

export function openRow(): boolean {
  const row = currentRow()
  if (!row) return false
  link(row)?.click()
  return true
}

export function pickRow(): boolean {
  const box = currentRow() && pick(currentRow()!)
  if (!box) return false
  box.click()
  return true
}

function showPicked(): void {
  let count = 0
  for (const row of rows()) {
    const picked = pick(row)?.checked ?? false
    row.classList.toggle('picked', picked)
    if (picked) count++
  }
  const bar = document.querySelector<HTMLElement>('[data-bulk]')
  if (!bar) return
  bar.hidden = count === 0
  const said = bar.querySelector('[data-bulk-count]')
  if (said) said.textContent = String(count)
}

const rows = () => [...document.querySelectorAll<HTMLElement>('main [data-row]')]
const link = (row: HTMLElement) => row.matches('a') ? row : row.querySelector<HTMLElement>('a[data-row-link]') ?? row.querySelector<HTMLElement>('a')
const pick = (row: HTMLElement) => row.querySelector<HTMLInputElement>('[data-pick]')
const mark = (row: HTMLElement | null) => rows().forEach(r => r.classList.toggle('current', r === row))
