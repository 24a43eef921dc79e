// A page that answers a form is morphed where it is: what it says may be far from the button that was pressed.
import type { TurboSubmitEndEvent } from './turbo-events'

export function showAnswers(): void {
  addEventListener('turbo:submit-end', event => {
    const { success, formSubmission: { formElement } } = (event as TurboSubmitEndEvent).detail
    // a frame looks after itself
    if (!success && !formElement.closest('turbo-frame')) addEventListener('turbo:render', show, { once: true })
  })
}

function show(): void {
  const answer = document.querySelector<HTMLElement>('[data-answer], .error-summary[autofocus]')
  answer?.focus({ preventScroll: true })
  answer?.scrollIntoView({ block: answer.offsetHeight > innerHeight ? 'start' : 'nearest' })
}
