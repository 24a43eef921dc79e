// Bundles scripts and styles and draws the icon sprite: node build.mjs <out folder>
import { build } from 'esbuild'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const out = process.argv[2]
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

await build({
  entryPoints: ['src/desk.ts', 'src/portal.ts', 'css/desk.css', 'css/portal.css', 'css/print.css', 'css/dark.css'],
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: ['es2022', 'chrome111', 'safari16.4', 'firefox115'],
  legalComments: 'none',
  logLevel: 'warning',
})

// One symbol per name, so that a page names an icon and never carries its drawing.
const names = readFileSync('../../Fengtai.Platform/Ui/icons.txt', 'utf8').split('\n').map(l => l.trim()).filter(Boolean)
const symbol = name => {
  const svg = readFileSync(`node_modules/@tabler/icons/icons/outline/${name}.svg`, 'utf8')
  const drawing = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '').replace(/\s*\n\s*/g, '')
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`
}
writeFileSync(`${out}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join('')}</svg>\n`)

// The sign in the browser's tab: the tower, white on the accent.
const tower = symbol('building-broadcast-tower').replace(/<\/?symbol[^>]*>/g, '')
writeFileSync(`${out}/sign.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f5fe0"/>`
  + `<g transform="translate(4 4)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${tower}</g></svg>\n`)
