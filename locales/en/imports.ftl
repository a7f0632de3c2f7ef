import-refused-empty = The file has no row of data, so nothing was imported.
import-refused-pdf = This is a PDF file, which cannot be read as a table. Please export the data as CSV (UTF-8) or XLSX and import that.
import-refused-old-excel = This is an old Excel file (.xls) or one with a password. Please open it, save it as an Excel Workbook (.xlsx) without a password, and import that.
import-refused-not-utf8 = The file is not in UTF-8, so Vietnamese letters would come out wrong. Please save it as "CSV UTF-8" and import it again.
import-refused-utf16 = The file is in UTF-16 (what Excel calls "Unicode Text"). Please save it as "CSV UTF-8" or XLSX and import it again; nothing was imported.
import-refused-windows-1258 = The file is in Windows-1258 (the old Vietnamese of Windows). Please open it, save it as "CSV UTF-8" or XLSX and import it again; nothing was imported.
import-refused-tcvn3 = The text of the file is in TCVN3 (ABC, .VnTime fonts) and not in Unicode. Please convert it to Unicode (with UniKey's converter, for example) and import it again; nothing was imported.
import-refused-vni = The text of the file is in VNI (VNI-Times fonts) and not in Unicode. Please convert it to Unicode (with UniKey's converter, for example) and import it again; nothing was imported.
import-refused-too-large = The file is larger than this page takes; nothing was imported.
import-refused-not-a-table = This file is neither CSV nor XLSX. Please export the data as one of these and import that.
import-refused-bad-csv = The CSV file is broken near line { $line }: a double quote (") is opened and never closed, or a line is too long. Please correct it and import the whole file again; nothing was imported.
import-refused-bad-xlsx = This file is not an Excel workbook, or it is damaged. Please open it in Excel, save it as .xlsx and import that.
import-refused-swelling = This file unpacks to an unusual size, so it was not opened. Please export the workbook again from its program, or save it as .csv and import that.
import-refused-header = The header is not right, so nothing was imported.{ $missingCount ->
    [0] {""}
   *[other] {" "}Missing columns: { $missing }.
  }{ $unknownCount ->
    [0] {""}
   *[other] {" "}Unknown columns: { $unknown }.
  }{ $twiceCount ->
    [0] {""}
   *[other] {" "}Repeated columns: { $twice }.
  } The columns of this kind of file: { $expected }.
import-refused-other-kind = The columns show that this is a "{ $found }" file, not a "{ $asked }" file. Please use import { $found } for it; nothing was imported.

import-row-missing = This cell must be filled but is empty.
import-row-too-long = This cell is longer than { $longest } characters.
import-row-too-many-cells = The row has { $count } cells, more than the { $expected } columns of the header; perhaps a cell holds the delimiter without being quoted.
import-row-bad-date = "{ $value }" is not a valid date; please write 15/03/2021, 15/03/2021 14:30 or 2021-03-15T14:30:00+07:00.
import-row-bad-number = "{ $value }" is not a whole number above zero.
import-row-unknown-word = "{ $value }" is not one of the values in use: { $allowed }.
import-row-unknown-unit = No unit has the code "{ $value }".
import-row-unknown-procedure = No procedure has the code "{ $value }".
import-row-unknown-staff = No member of staff has the username "{ $value }".
import-row-parent-cycle = "{ $value }" above this row belongs under this very row, which makes a circle.
import-row-repeated = This code stands on line { $firstLine } already with other content; line { $firstLine } is kept.
import-row-bad-procedure-code = "{ $value }" cannot be a procedure's code; it may hold letters without accents, digits, dots and dashes, at most 50 characters.
import-row-bad-dossier-code = "{ $value }" is not a dossier code such as 000.00.16.H57-210315-0012 or H57.16-210315-0012.
import-row-not-received = A dossier past its acceptance must have a date of receipt.
import-row-not-finished = A dossier that has its result must have a date when it was finished or returned.
import-row-due-before-received = Due before it was received.
import-row-finished-before-received = Finished before it was received.
import-row-returned-before-received = Returned before it was received.
import-row-returned-before-finished = Returned before it was finished.
import-row-answered-before-received = Answered before it was received.
import-row-due-before-assigned = Due before it was assigned.
import-row-rule-without-condition = A routing rule needs a field or phrases; otherwise every matter would fall to it.
import-row-done-before-assigned = Done before it was assigned.
import-row-bad-time = "{ $value }" is not a time of day; write 07:30 or 17h.
import-row-reversed-hours = The end must come after the beginning.
import-row-half-hours = Both the beginning and the end are needed; leave both empty when nobody works on that weekday.
import-row-overlapping-hours = These hours overlap those of line { $firstLine } of the same unit and weekday; line { $firstLine } is kept.

import-reject-line = Line
import-reject-column = Column
import-reject-reason = Reason
import-row-bad-share = “{ $value }” is no share: write 25% or 12.5, above 0 and no more than 100.
import-row-ends-before-it-begins = The last day is before the first.
