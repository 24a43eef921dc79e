// On a narrow screen the current one of many tabs would be out of sight. Once for each: whoever scrolls on is not brought back.
const shown = new WeakMap<Element, string>()

export function keepTabsInSight(): void {
  document.addEventListener('turbo:load', () => document.querySelectorAll<HTMLElement>('nav.tabs').forEach(show))
}

function show(tabs: HTMLElement): void {
  const current = tabs.querySelector<HTMLAnchorElement>('a[aria-current]')
  if (!current || shown.get(tabs) === current.href) return
  shown.set(tabs, current.href)
  const [all, one] = [tabs.getBoundingClientRect(), current.getBoundingClientRect()]
  tabs.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2)
}
