declare module '@hotwired/turbo' {
  export function renderStreamMessage(message: string): void
  export function visit(location: string): void
  export const StreamActions: Record<string, (this: Element) => void>
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } }
}
