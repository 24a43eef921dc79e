// `data-opens-dialog="id"` opens a <dialog>, `data-closes-dialog` inside closes it, so does a click on its ground.
export function watchDialogs(): void {
  addEventListener('click', event => {
    const target = event.target as Element
    const opens = target.closest<HTMLElement>('[data-opens-dialog]')
    if (opens) {
      event.preventDefault()
      const dialog = document.getElementById(opens.dataset.opensDialog!)
      if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
    } else if (target.closest('[data-closes-dialog]')) {
      target.closest('dialog')?.close()
    } else if (target instanceof HTMLDialogElement && target.open) {
      target.close()
    } else if (target.closest('[data-prints]')) {
      print()
    }
  })
  addEventListener('turbo:before-cache', () => document.querySelectorAll<HTMLDialogElement>('dialog[open]').forEach(d => d.close()))
}
