// How values are taken from tables (取值规则). An audit takes those of an archive as the version took them that closed it.

/** 1: as versions before 0.4.0. 2: spec 3.0, 4. */
export type ValueRules = 1 | 2;
export const VALUE_RULES_NOW: ValueRules = 2;

/** Of a version such as `0.3.0`. */
export function valueRulesOf(program: string): ValueRules {
  const [major = 0, minor = 0] = program.split('.').map(Number);
  return major === 0 && minor < 4 ? 1 : VALUE_RULES_NOW;
}
