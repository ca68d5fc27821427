/** What a row of totals is labelled, without its number and its blanks. */
export const totalWords =
  /^(?:合计|总计|总额|支出合计|收入合计|支出总计|收入总计|本年合计|共计|小计|本年(?:收入|支出)合计)$/;
