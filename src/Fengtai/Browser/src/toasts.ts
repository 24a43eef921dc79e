// Messages that the server sent along with a page appear in a region that outlives pages, so that they are read out and a refresh does not take them away.
const shownFor = 7000

const region = document.createElement('div')

/** Shows what a script has to say, in the same way as the server's messages. */
export function toast(said: HTMLElement): void {
  region.append(said)
  leaveLater(said)
}

export function showToasts(): void {
  region.className = 'toasts'
  region.setAttribute('role', 'status')
  region.setAttribute('aria-live', 'polite')
  document.documentElement.append(region)
  const collect = () => document.querySelectorAll<HTMLElement>('body [data-flash]').forEach(flash => {
    flash.removeAttribute('data-flash')
    toast(flash)
  })
  addEventListener('turbo:load', collect)
  addEventListener('turbo:render', collect)
  addEventListener('turbo:before-stream-render', () => setTimeout(collect, 50))
  collect()
}

function leaveLater(toast: HTMLElement): void {
  const leave = () => { toast.classList.add('leaving'); setTimeout(() => toast.remove(), 250) }
  let timer = setTimeout(leave, shownFor)
  const stay = () => clearTimeout(timer)
  const again = () => { clearTimeout(timer); timer = setTimeout(leave, shownFor) }
  toast.addEventListener('pointerenter', stay)
  toast.addEventListener('pointerleave', again)
  toast.addEventListener('focusin', stay)
  toast.addEventListener('focusout', again)
  toast.querySelector('[data-close]')?.addEventListener('click', leave)
  toast.addEventListener('turbo:submit-end', leave)
}
