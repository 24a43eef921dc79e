// Relative times grow old on an open page. Same words as the server's Times.Relative.
const refreshEvery = 30_000

export function keepTimesFresh(): void {
  setInterval(() => document.querySelectorAll<HTMLTimeElement>('time[data-relative]').forEach(freshen), refreshEvery)
}

function freshen(time: HTMLTimeElement): void {
  const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000
  const minutes = Math.floor(Math.abs(seconds) / 60)
  // beyond an hour the server's words stay right for long enough
  if (minutes < 1 || minutes >= 60) return
  const chinese = document.documentElement.lang.startsWith('zh')
  time.textContent = chinese ? `${minutes} 分钟${seconds < 0 ? '前' : '后'}` : seconds < 0 ? `${minutes} min ago` : `in ${minutes} min`
}
