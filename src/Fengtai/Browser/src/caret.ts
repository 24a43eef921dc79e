const copied = [
  'boxSizing', 'width', 'borderLeftWidth', 'borderRightWidth', 'borderTopWidth', 'paddingLeft', 'paddingRight', 'paddingTop', 'font', 'lineHeight',
  'letterSpacing', 'wordSpacing', 'tabSize', 'lineBreak', 'overflowWrap', 'wordBreak', 'textIndent',
] as const

/** Where a character of a textarea stands, from its upper left corner: the browser does not say, an element of the same shape does. */
export function caretPlace(area: HTMLTextAreaElement, at: number): { left: number, top: number, line: number } {
  const from = getComputedStyle(area)
  const copy = document.createElement('div')
  for (const name of copied) copy.style[name] = from[name]
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', top: '0', left: '-9999px' })
  const sign = document.createElement('span')
  sign.textContent = '\u200b'
  copy.append(area.value.slice(0, at), sign)
  document.body.append(copy)
  const place = { left: sign.offsetLeft, top: sign.offsetTop - area.scrollTop, line: sign.offsetHeight }
  copy.remove()
  return place
}
