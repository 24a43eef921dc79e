// A refreshed page is morphed into the open one. What somebody is typing, has opened or has chosen is theirs and stays.
import type { TurboBeforeMorphElementEvent } from './turbo-events'

export function keepWhatIsBeingUsed(): void {
  addEventListener('turbo:before-morph-element', event => {
    const element = event.target as Element
    if (isDirty(element) || holdsChoice(element) || saysWhatWasRead(element, (event as TurboBeforeMorphElementEvent).detail.newElement) || element.matches('turbo-frame[src], [data-client], form[data-refused]')) event.preventDefault()
  })
  addEventListener('turbo:before-morph-attribute', event => {
    const { attributeName } = (event as TurboBeforeMorphElementEvent).detail
    const element = event.target as Element
    if (attributeName === 'open' && (element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement)) event.preventDefault()
    if (attributeName === 'data-ready' || attributeName === 'aria-busy') event.preventDefault()
    if (attributeName === 'hidden' && element.closest('[data-client-hidden]')) event.preventDefault()
  })
}

export function isDirty(element: Element): boolean {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'file') return (element.files?.length ?? 0) > 0
    return element.type === 'checkbox' || element.type === 'radio' ? element.checked !== element.defaultChecked : element.value !== element.defaultValue
  }
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue
  if (element instanceof HTMLSelectElement) {
    const anyDefault = [...element.options].some(o => o.defaultSelected)
    return [...element.options].some((o, i) => o.selected !== (anyDefault ? o.defaultSelected : i === 0 && !element.multiple))
  }
  return false
}

// While something is being written, its form goes on saying what its writer had read when they began, until the server tells them what is new.
function saysWhatWasRead(element: Element, next?: Element): boolean {
  return element instanceof HTMLInputElement && element.name === 'seen' && !next?.closest('form[data-refused]') && [...element.form?.querySelectorAll('textarea') ?? []].some(t => t.value.trim() !== '')
}

// A combobox keeps the chosen id in a hidden input, an upload the chosen files in a list: they stay or go as a whole.
function holdsChoice(element: Element): boolean {
  return element.matches('.combobox, .upload') && [...element.querySelectorAll('input:not([type=hidden])')].some(isDirty)
}
