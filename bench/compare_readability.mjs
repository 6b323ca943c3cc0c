// Compares Stemma's reading of pages (body and metadata) with Mozilla's Readability on jsdom (npm): pages a second of processor time,
// one thread, warm, in turn.
//
// usage: npm install @mozilla/readability jsdom (in any folder; no part of this project, and CI does not run this), then there
//        node /path/to/bench/compare_readability.mjs PAGES.jsonl.gz STEMMA_BENCH.dll [RUNS] [PAGES]
//
// PAGES.jsonl.gz holds {id, url, html} lines; the first PAGES of them (100) are read, by both.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const require = createRequire(process.cwd() + '/')
const { Readability } = require('@mozilla/readability')
const { JSDOM, VirtualConsole } = require('jsdom')
const [file, bench, runs = '3', count = '100'] = process.argv.slice(2)
const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean).slice(0, Number(count))
const pages = lines.map(line => JSON.parse(line))
const sample = join(mkdtempSync(join(tmpdir(), 'pages-')), 'pages.jsonl')
writeFileSync(sample, lines.join('\n') + '\n')

// The best of two rounds after one that warms up.
function readability() {
  let best = Infinity
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage()
    for (const page of pages) {
      const dom = new JSDOM(page.html, { url: page.url || 'https://example.org/', virtualConsole: new VirtualConsole() })
      new Readability(dom.window.document).parse()
      dom.window.close()
    }
    const used = process.cpuUsage(before)
    if (round > 0) best = Math.min(best, (used.user + used.system) / 1e6)
  }
  return pages.length / best
}

const ratios = []
for (let run = 0; run < Number(runs); run++) {
  const theirs = readability()
  const ours = Number.parseFloat(execFileSync('dotnet', [bench, 'reading', sample], { encoding: 'utf8' }))
  ratios.push(ours / theirs)
  console.log(`Readability ${theirs.toFixed(1)} pages/CPU-s, Stemma ${ours} pages/CPU-s, ratio ${(ours / theirs).toFixed(1)}`)
}
ratios.sort((a, b) => a - b)
console.log(`median ratio ${ratios[ratios.length >> 1].toFixed(1)}`)
