export const pageLayoutSettings = {
    margin: 0.14,
    headPages: 3,
    indent: 12,
    apart: 1.75,
    sameBorder: 4,
    tableEnd: 0.55,
};
