declare module '@hotwired/turbo' {
  export function renderStreamMessage(message: string): void
  export function visit(address: string): void
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } }
}
