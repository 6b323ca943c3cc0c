// Compares Stemma's time expressions with chrono-node (npm): megabytes of text a second of processor time, one thread, warm, in turn.
//
// usage: npm install chrono-node (in any folder; no part of this project, and CI does not run this), then there
//        node /path/to/bench/compare_chrono.mjs DOCUMENTS.jsonl STEMMA_BENCH.dll [RUNS]
//
// Both find the expressions of every text of DOCUMENTS.jsonl ({text} lines) and give them values for the same day of publication: each text
// by itself, and texts of some 200 kB together as one. Of Stemma two figures are compared: with tokens and sentences at hand, and all from
// the bare text, parts of speech too. Each is the better quartile of its rounds.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const chrono = createRequire(process.cwd() + '/')('chrono-node')
const version = JSON.parse(readFileSync('node_modules/chrono-node/package.json', 'utf8')).version
const [file, bench, runs = '3'] = process.argv.slice(2)
const texts = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text)
const published = new Date(2020, 4, 14, 12)
const folder = mkdtempSync(join(tmpdir(), 'times-'))
const size = list => list.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0) / 1e6
const middle = list => [...list].sort((a, b) => a - b)[list.length >> 1]

// The texts from the first on that are so many megabytes, so that a large corpus needs no hours.
function part(most) {
  let count = 0
  for (let sum = 0; count < texts.length && sum < most; count++) sum += size([texts[count]])
  return texts.slice(0, count)
}

function theirs(list) {
  const rounds = []
  let found = 0
  for (let round = -2; round < 8; round++) {
    const before = process.cpuUsage()
    found = 0
    for (const text of list) found += chrono.parse(text, published).length
    const used = process.cpuUsage(before)
    if (round >= 0) rounds.push((used.user + used.system) / 1e6)
  }
  return { speed: size(list) / rounds.sort((a, b) => a - b)[2], found }
}

function ours(documents) {
  const lines = execFileSync('dotnet', [bench, 'times', documents], { encoding: 'utf8' }).split('\n')
  const of = what => Number.parseFloat(lines.find(line => line.includes(what)))
  return { times: of('found and resolved'), all: of('all together'), found: Number(/(\d+) time expressions/.exec(lines.join('\n'))[1]) }
}

function compare(what, list) {
  const documents = join(folder, 'documents.jsonl')
  writeFileSync(documents, list.map(text => JSON.stringify({ text }) + '\n').join(''))
  const times = [], all = []
  for (let run = 0; run < Number(runs); run++) {
    const other = theirs(list), own = ours(documents)
    times.push(own.times / other.speed)
    all.push(own.all / other.speed)
    console.log(`${what}, ${size(list).toFixed(2)} MB: chrono ${other.speed.toFixed(2)} MB/s (${other.found} found); Stemma ${own.times} MB/s (${own.found} found), ratio ${times.at(-1).toFixed(1)}; from the bare text ${own.all} MB/s, ratio ${all.at(-1).toFixed(1)}`)
  }
  console.log(`${what}: median ratio ${middle(times).toFixed(1)}, from the bare text ${middle(all).toFixed(1)}`)
}

console.log(`chrono-node ${version}, node ${process.version}`)
const each = part(2), together = part(0.2)
compare(`${each.length} texts, each by itself`, each)
compare(`${together.length} texts as one`, [together.join('\n\n')])
