import type { ComponentChildren } from "preact";

interface Column<Row> {
  name: string;
  show: (row: Row) => ComponentChildren;
  /** Numbers stand at the right, digit under digit. */
  isNumber?: boolean;
  /** The one that names the row. */
  isHead?: boolean;
}

interface TableProps<Row> {
  /** What the table lists; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/**
 * A table that on a narrow screen becomes one box a row, each value with its column's name. The roles stay when the
 * styles take the table's layout away.
 */
export function Table<Row>({ caption, columns, rows }: TableProps<Row>) {
  return (
    <table class="table" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ name, isNumber }) => (
            <th role="columnheader" scope="col" class={isNumber ? "number" : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {columns.map(({ name, show, isNumber, isHead }) => {
              const attributes = { class: isNumber ? "number" : undefined, "data-name": name };
              return isHead ? (
                <th role="rowheader" scope="row" {...attributes}>
                  {show(row)}
                </th>
              ) : (
                <td role="cell" {...attributes}>
                  {show(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
