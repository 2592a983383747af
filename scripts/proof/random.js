/** The generator mulberry32. */
export function seeded(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
    };
    const between = (least, most) => least + Math.floor(next() * (most - least + 1));
    return {
        next,
        between,
        pick: (items) => items[between(0, items.length - 1)],
        shuffle(items) {
            const mixed = [...items];
            for (let last = mixed.length - 1; last > 0; last -= 1) {
                const other = between(0, last);
                [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
            }
            return mixed;
        },
    };
}
//# sourceMappingURL=random.js.map