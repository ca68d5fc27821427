export const textLayoutSettings = {
    narrowestMeasure: 40,
    measureSpread: 8,
    fewestLines: 8,
    wrappedShare: 0.3,
    longerShare: 0.15,
    fullSlack: 7,
    ragged: 1,
    pageLines: [3, 80],
    headPages: 3,
    pageNumberShift: 10,
};
