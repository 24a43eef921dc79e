/** What happened without the focus going there, for who hears the page. */
export function say(text: string): void {
  const said = document.getElementById('said')
  if (said) said.textContent = text
}
