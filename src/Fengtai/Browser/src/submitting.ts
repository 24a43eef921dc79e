// A form is sent once, says that it is on its way, and is empty again when what it carried has arrived.
import { config } from '@hotwired/turbo'
import type { TurboSubmitEndEvent, TurboSubmitStartEvent } from './turbo-events'

export function watchSubmitting(): void {
  // a button that is disabled loses the focus, and who presses it again by keyboard is back at the top of the page
  config.forms.submitter = 'aria-disabled'
  addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (form.dataset.sending === 'yes') {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    if (form.method === 'dialog' || form.method === 'get') return
    form.dataset.sending = 'yes'
    // a form that Turbo does not take leaves the page; coming back to it must find it usable
    setTimeout(() => { if (form.dataset.turbo === 'false') delete form.dataset.sending }, 3000)
  }, true)
  addEventListener('turbo:submit-start', event => {
    const { formElement, submitter } = (event as TurboSubmitStartEvent).detail.formSubmission
    const button = submitter ?? formElement.querySelector<HTMLElement>('button:not([type=button])')
    button?.setAttribute('aria-busy', 'true')
  })
  addEventListener('turbo:submit-end', event => {
    const { success, formSubmission: { formElement } } = (event as TurboSubmitEndEvent).detail
    delete formElement.dataset.sending
    formElement.querySelectorAll('[aria-busy=true]').forEach(b => b.removeAttribute('aria-busy'))
    // a form that came back stays as it is (see morph) until the next answer
    delete formElement.dataset.refused
    if (success && formElement.method !== 'get') formElement.reset()
  })
  addEventListener('pageshow', () => document.querySelectorAll<HTMLElement>('form[data-sending]').forEach(f => delete f.dataset.sending))

  const busy = (on: boolean) => document.documentElement.toggleAttribute('data-busy', on)
  addEventListener('turbo:visit', () => busy(true))
  addEventListener('turbo:load', () => busy(false))
  addEventListener('turbo:render', () => busy(false))
  // a visit may also end without a page: the server is away, or a form was sent meanwhile
  addEventListener('turbo:fetch-request-error', () => busy(false))
  addEventListener('turbo:submit-end', () => busy(false))
}
