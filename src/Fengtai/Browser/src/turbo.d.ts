declare module '@hotwired/turbo' {
  export function visit(address: string, options?: { action: 'replace'; shouldCacheSnapshot: boolean }): void
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } }
}
