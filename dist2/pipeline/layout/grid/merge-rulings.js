/** Pieces of rulings → whole ones: those nearly on one line are put on it, those that touch or nearly touch are joined. */
export function mergeRulings(rulings, settings) {
    return [
        ...mergeDirection(rulings.filter(({ direction }) => direction === 'horizontal'), settings),
        ...mergeDirection(rulings.filter(({ direction }) => direction === 'vertical'), settings),
    ];
}
function mergeDirection(rulings, settings) {
    const sorted = [...rulings].sort((a, b) => a.at - b.at);
    const merged = [];
    let cluster = [];
    const close = () => {
        if (cluster.length > 0)
            merged.push(...joinCluster(cluster, settings));
        cluster = [];
    };
    for (const ruling of sorted) {
        const first = cluster[0];
        if (first !== undefined && ruling.at - first.at > settings.snap)
            close();
        cluster.push(ruling);
    }
    close();
    return merged;
}
/** The line they are put on is the one that carries most length. */
function joinCluster(cluster, settings) {
    const lengths = new Map();
    for (const { at, from, to } of cluster)
        lengths.set(at, (lengths.get(at) ?? 0) + to - from);
    const [at] = [...lengths].reduce((best, one) => (one[1] > best[1] ? one : best));
    const joined = [];
    for (const ruling of [...cluster].sort((a, b) => a.from - b.from)) {
        const last = joined.at(-1);
        if (last !== undefined && ruling.from <= last.to + settings.join)
            joined[joined.length - 1] = { ...last, to: Math.max(last.to, ruling.to) };
        else
            joined.push({ ...ruling, at });
    }
    return joined;
}
