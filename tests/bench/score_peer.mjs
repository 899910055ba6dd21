// The peers of score_peer.py that run in Node: reads FOLDER/peer.json, prints a line of JSON for each engine.
//   node score_peer.mjs FOLDER NODE_FOLDER
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, nodeFolder] = process.argv.slice(2);
const require = createRequire(join(resolve(nodeFolder), 'any.js'));
const { rules, feel, units } = JSON.parse(readFileSync(join(folder, 'peer.json'), 'utf8'));

function find(name) {
  try {
    return require.resolve(name);
  } catch {
    console.log(JSON.stringify({ missing: name }));
    return null;
  }
}

function version(name, file) {
  for (let at = dirname(file); ; at = dirname(at)) {
    try {
      const found = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
      if (found.name === name) return found.version;
    } catch {
      if (at === dirname(at)) throw new Error(`${name} has no package.json`);
    }
  }
}

// Least processor time (all threads of the process) of the runs; the first ones warm up.
function report(name, repeats, run) {
  let best = Infinity;
  let totals;
  for (let i = 0; i < repeats; ++i) {
    const start = process.cpuUsage();
    totals = run();
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  console.log(JSON.stringify({ name, seconds: best, totals }));
}

const logic = find('json-logic-engine');
if (logic) {
  const { LogicEngine } = require('json-logic-engine');
  const engine = new LogicEngine();
  const leaves = rules.map((rule) => engine.build(rule));
  const points = leaves.map(() => new Float64Array(units.length));
  // Leaf by leaf: measured faster than unit by unit, and than all leaves compiled into one function.
  report(`json-logic-engine ${version('json-logic-engine', logic)}, compiled, Node`, 7, () => {
    const totals = new Float64Array(units.length);
    leaves.forEach((leaf, i) => units.forEach((unit, u) => { totals[u] += points[i][u] = leaf(unit); }));
    return Array.from(totals);
  });
}

const feelin = find('feelin');
if (feelin) {
  const { evaluate } = await import(pathToFileURL(feelin));
  // A context for each leaf with its own facts only: names of all leaves would slow its parser.
  const few = units.slice(0, 20).map((unit) => feel.map((_, i) => ({ max: 1, [`f${i}`]: unit[`f${i}`] })));
  // It has no way to parse once and evaluate often.
  report(`feelin ${version('feelin', feelin)}, parses every time, Node`, 3, () =>
    few.map((unit) => feel.reduce((total, text, i) => total + evaluate(text, unit[i]).value, 0)));
}
