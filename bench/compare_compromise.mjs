// Compares Stemma's whole annotation with compromise (npm): characters a second, one thread, warm, in turn.
//
// usage: npm install compromise (in any folder; no part of this project, and CI does not run this), then there
//        node /path/to/bench/compare_compromise.mjs DOCUMENTS.jsonl STEMMA_BENCH.dll [RUNS]
//
// compromise is asked for what it has of what Stemma finds: parts of speech, people, places, organisations, quotations.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const nlp = createRequire(process.cwd() + '/')('compromise')
const [documents, bench, runs = '3'] = process.argv.slice(2)
const texts = readFileSync(documents, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text)
const characters = texts.reduce((sum, text) => sum + text.length, 0)

function compromise() {
  let best = Infinity
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    for (const text of texts) {
      const doc = nlp(text)
      doc.people().out('array')
      doc.places().out('array')
      doc.organizations().out('array')
      doc.quotations().out('array')
    }
    best = Math.min(best, performance.now() - start)
  }
  return characters / (best / 1000)
}

const ratios = []
for (let run = 0; run < Number(runs); run++) {
  const theirs = compromise()
  const ours = Number(execFileSync('dotnet', [bench, 'annotation', documents], { encoding: 'utf8' }))
  ratios.push(ours / theirs)
  console.log(`compromise ${Math.round(theirs)} characters/s, Stemma ${Math.round(ours)} characters/s, ratio ${(ours / theirs).toFixed(1)}`)
}
ratios.sort((a, b) => a - b)
console.log(`median ratio ${ratios[ratios.length >> 1].toFixed(1)}`)
