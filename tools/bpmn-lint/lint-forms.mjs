import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'node:module';

register('./resolve.mjs', import.meta.url);
const { FormLinter } = await import('@camunda/form-linting');

const folder = process.argv[2] ?? 'forms';
const files = readdirSync(folder).filter((name) => name.endsWith('.form'));
if (files.length === 0) {
  console.error(`No form in ${folder}`);
  process.exit(1);
}
let faults = 0;
for (const file of files) {
  const form = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  for (const report of new FormLinter().lint(form)) {
    faults++;
    console.error(`${file} ${report.id ?? ''}: ${report.message} (${report.rule ?? report.category ?? 'form'})`);
  }
}
console.log(`${files.length} forms checked, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
