/** `npm run hub:conformance -- --url https://host:port [--pin FINGERPRINT] [--admission CODE]`: the cases that every hub must hold to. */
import { parseArgs } from 'node:util';
import { cases } from '../test/conformance/cases.ts';

const { values } = parseArgs({ options: { url: { type: 'string' }, pin: { type: 'string' }, admission: { type: 'string' } } });
if (values.url === undefined || !/^https:\/\/[^/]+$/.test(values.url)) {
  console.error('usage: npm run hub:conformance -- --url https://host:port [--pin FINGERPRINT] [--admission CODE]');
  process.exit(2);
}
const target = { url: values.url, ...(values.pin === undefined ? {} : { pin: values.pin }), ...(values.admission === undefined ? {} : { admission: values.admission }) };
let failed = 0;
for (const { name, run } of cases) {
  try {
    await run(target);
    console.log(`passed  ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n        ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
