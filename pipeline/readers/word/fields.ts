/** Fields that are open, the outermost first: of one in its code nothing is printed, of one in its result all. */
export type Field = 'code' | 'result';

/** @param turn what is met: the begin of a field, the end of its code, its end */
export function turnField(fields: Field[], turn: string | undefined): void {
  if (turn === 'begin') fields.push('code');
  else if (turn === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
  else if (turn === 'end') fields.pop();
}
