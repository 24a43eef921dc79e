declare module '@hotwired/turbo' {
  export function renderStreamMessage(message: string): void
  export function visit(address: string, options?: { action: 'replace'; shouldCacheSnapshot: boolean }): void
  export const StreamActions: Record<string, (this: Element) => void>
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } }
}
