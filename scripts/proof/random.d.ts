/** Numbers that a seed repeats on every machine. */
export interface Random {
    /** From 0 to below 1. */
    next(): number;
    /** A whole number from `least` to `most`, both included. */
    between(least: number, most: number): number;
    pick<T>(items: readonly T[]): T;
    shuffle<T>(items: readonly T[]): T[];
}
/** The generator mulberry32. */
export declare function seeded(seed: number): Random;
//# sourceMappingURL=random.d.ts.map