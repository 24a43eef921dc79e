/** Writes into a text at its caret as if it had been typed: it can be undone, and whoever listens hears of it. */
export function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus()
  // the only way to write into the browser's own list of what can be undone
  if (document.execCommand('insertText', false, text)) return
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
