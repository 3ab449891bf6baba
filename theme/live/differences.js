// What was changed in a program, line by line.

// Above it, what differs counts as one change from its first line to its last.
const MOST = 4_000_000;

/** The changes that make `text` of `original`: for each the lines `removed` and `added`, as `{ line, text }`. */
export function differences(original, text) {
  const [old, now] = [original, text].map((program) => program.trimEnd().split("\n"));
  let first = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first += 1;
  let last = 0;
  while (last < Math.min(old.length, now.length) - first && old.at(-1 - last) === now.at(-1 - last)) last += 1;
  const [height, width] = [old.length - last, now.length - last];
  const common = height * width <= MOST ? commonLines(old, now, first, height, width) : () => 0;

  const changes = [];
  let change;
  const changed = (side, line, text) => {
    if (!change) changes.push(change = { removed: [], added: [] });
    change[side].push({ line: line + 1, text });
  };
  let [row, column] = [first, first];
  while (row < height || column < width) {
    if (row < height && column < width && old[row] === now[column]) {
      change = undefined;
      row += 1;
      column += 1;
    } else if (row < height && (column === width || common(row + 1, column) >= common(row, column + 1))) {
      changed("removed", row, old[row]);
      row += 1;
    } else {
      changed("added", column, now[column]);
      column += 1;
    }
  }
  return changes;
}

/** How many lines the rest of both has in common, from a row of one and a column of the other. */
function commonLines(old, now, first, height, width) {
  const across = width - first + 1;
  const table = new Uint16Array((height - first + 1) * across);
  const at = (row, column) => (row - first) * across + column - first;
  for (let row = height - 1; row >= first; row -= 1) {
    for (let column = width - 1; column >= first; column -= 1) {
      table[at(row, column)] = old[row] === now[column] ? table[at(row + 1, column + 1)] + 1 : Math.max(table[at(row + 1, column)], table[at(row, column + 1)]);
    }
  }
  return (row, column) => table[at(row, column)];
}
