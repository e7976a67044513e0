export { canonicalJson } from '../../shared/rules/canonical.ts';
