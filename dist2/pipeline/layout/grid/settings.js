export const gridSettings = { snap: 3, join: 4, reach: 4, ruledShare: 0.6, missingBorder: 12 };
