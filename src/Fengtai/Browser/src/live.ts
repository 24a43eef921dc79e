// Pages name what they show: `data-live-topics="ticket:ID"` for one, `"ticket"` for all of a kind. When the server says that
// one of these changed, the page is asked for again and morphed.
import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'
import * as Turbo from '@hotwired/turbo'

const settleFor = 150
const between = 1000
const retryAfter = [0, 1000, 2000, 5000, 10_000]
let timer = 0
let refreshed = 0
let missed = false
const watched = new Set<string>()

const connection = new HubConnectionBuilder()
  .withUrl('/live', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => retryAfter[Math.min(c.previousRetryCount, retryAfter.length - 1)] })
  .configureLogging(LogLevel.None)
  .build()

let begun = false

export function stayLive(): void {
  if (begun) return
  begun = true
  connection.on('changed', (topic: string) => { if (topics().some(t => t === topic || topic.startsWith(t + ':'))) refreshSoon() })
  connection.onreconnecting(() => sayOffline(true))
  connection.onreconnected(() => { connected(); void watch(); refreshSoon() })
  // a server that stops says good-bye, and the connection would not try again by itself
  connection.onclose(() => { sayOffline(true); watched.clear(); setTimeout(() => void start(true), retryAfter[1]) })
  addEventListener('turbo:load', () => void watch())
  addEventListener('turbo:render', () => void watch())
  document.addEventListener('visibilitychange', () => { if (!document.hidden && missed) refreshSoon() })
  void start()
}

/** What the server tells beside "changed". */
export function hear<T>(what: string, hear: (told: T) => void): () => void {
  connection.on(what, hear)
  return () => connection.off(what, hear)
}

/** Says something to the server; while there is no connection it is not said. `live:connected` tells when there is one again. */
export function say(what: string, ...about: unknown[]): void {
  if (connection.state === HubConnectionState.Connected) connection.send(what, ...about).catch(() => {})
}

async function start(again = false): Promise<void> {
  if (topics().length === 0 || connection.state !== HubConnectionState.Disconnected) return
  try {
    await connection.start()
    connected()
    await watch()
    if (again) refreshSoon()
  } catch {
    setTimeout(() => void start(true), 5000)
  }
}

function connected(): void {
  watched.clear()
  sayOffline(false)
  dispatchEvent(new Event('live:connected'))
}

async function watch(): Promise<void> {
  if (connection.state !== HubConnectionState.Connected) return start()
  const fresh = topics().filter(t => !watched.has(t))
  fresh.forEach(t => watched.add(t))
  if (fresh.length > 0) await connection.invoke('Watch', fresh)
}

// A page in the background waits until somebody looks at it; a form on its way is not cut off. The first hint counts: a wait
// that each hint began anew would never end while hints keep coming, and then once a second is enough.
function refreshSoon(): void {
  missed = document.hidden
  if (missed || timer) return
  timer = window.setTimeout(() => {
    timer = 0
    // a visit cancels the form that is being sent and the page that is being opened; a refresh stream would wait
    // once more after this question, and a form could be sent in between
    if (document.querySelector('form[data-sending]') || document.documentElement.hasAttribute('data-busy')) return refreshSoon()
    refreshed = Date.now()
    Turbo.visit(location.href, { action: 'replace', shouldCacheSnapshot: false })
  }, Math.max(settleFor, refreshed + between - Date.now()))
}

function topics(): string[] {
  return [...new Set([...document.querySelectorAll<HTMLElement>('[data-live-topics]')].flatMap(e => e.dataset.liveTopics!.split(/\s+/)).filter(Boolean))]
}

function sayOffline(offline: boolean): void {
  document.documentElement.toggleAttribute('data-offline', offline)
}
