import-refused-empty = Tệp không có dòng dữ liệu nào, nên chưa có gì được nhập.
import-refused-pdf = Đây là tệp PDF, không đọc thành bảng được. Anh/chị vui lòng xuất dữ liệu ra tệp CSV (UTF-8) hoặc XLSX rồi nhập lại.
import-refused-old-excel = Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu. Anh/chị vui lòng mở tệp, chọn "Lưu thành" dạng Excel Workbook (.xlsx), không đặt mật khẩu, rồi nhập lại.
import-refused-not-utf8 = Tệp không dùng bảng mã UTF-8 nên tiếng Việt sẽ bị sai dấu. Anh/chị vui lòng lưu lại tệp dạng "CSV UTF-8" rồi nhập lại.
import-refused-utf16 = Tệp dùng bảng mã UTF-16 (Excel gọi là "Unicode Text"). Anh/chị vui lòng lưu lại tệp dạng "CSV UTF-8" hoặc XLSX rồi nhập lại; chưa có gì được nhập.
import-refused-windows-1258 = Tệp dùng bảng mã Windows-1258 (tiếng Việt kiểu cũ của Windows). Anh/chị vui lòng mở tệp, lưu lại dạng "CSV UTF-8" hoặc XLSX rồi nhập lại; chưa có gì được nhập.
import-refused-tcvn3 = Chữ trong tệp gõ theo bảng mã TCVN3 (ABC, phông .VnTime), không phải Unicode. Anh/chị vui lòng chuyển sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey) rồi nhập lại; chưa có gì được nhập.
import-refused-vni = Chữ trong tệp gõ theo bảng mã VNI (phông VNI-Times), không phải Unicode. Anh/chị vui lòng chuyển sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey) rồi nhập lại; chưa có gì được nhập.
import-refused-too-large = Tệp lớn hơn mức trang này nhận, nên chưa có gì được nhập.
import-refused-not-a-table = Tệp này không phải CSV hay XLSX. Anh/chị vui lòng xuất dữ liệu ra một trong hai dạng đó rồi nhập lại.
import-refused-bad-csv = Tệp CSV bị hỏng ở khoảng dòng { $line }: có dấu nháy kép (") mở mà không đóng, hoặc một dòng quá dài. Anh/chị vui lòng sửa lại rồi nhập lại cả tệp; chưa có gì được nhập.
import-refused-bad-xlsx = Tệp này không phải bảng tính Excel, hoặc đã bị hỏng. Anh/chị vui lòng mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại.
import-refused-swelling = Tệp này khi giải nén lớn bất thường nên không được mở. Anh/chị vui lòng xuất lại bảng tính từ phần mềm gốc, hoặc lưu dạng .csv rồi nhập lại.
import-refused-header = Dòng tiêu đề chưa đúng, nên chưa có gì được nhập.{ $missingCount ->
    [0] {""}
   *[other] {" "}Thiếu cột: { $missing }.
  }{ $unknownCount ->
    [0] {""}
   *[other] {" "}Không rõ cột: { $unknown }.
  }{ $twiceCount ->
    [0] {""}
   *[other] {" "}Cột bị lặp: { $twice }.
  } Các cột của loại tệp này: { $expected }.
import-refused-other-kind = Các cột của tệp cho thấy đây là tệp "{ $found }", không phải "{ $asked }". Anh/chị vui lòng dùng lệnh import { $found } cho tệp này; chưa có gì được nhập.

import-row-missing = Ô này bắt buộc nhưng đang để trống.
import-row-too-long = Ô này dài quá { $longest } ký tự.
import-row-too-many-cells = Dòng có { $count } ô, nhiều hơn { $expected } cột của tiêu đề; có thể một ô chứa dấu phân cách mà không đặt trong nháy kép.
import-row-bad-date = "{ $value }" không phải là ngày giờ hợp lệ; cần viết dạng 15/03/2021, 15/03/2021 14:30 hoặc 2021-03-15T14:30:00+07:00.
import-row-bad-number = "{ $value }" không phải là số nguyên dương.
import-row-unknown-word = "{ $value }" không nằm trong các giá trị được dùng: { $allowed }.
import-row-unknown-unit = Không có đơn vị nào mang mã "{ $value }".
import-row-unknown-procedure = Không có thủ tục nào mang mã "{ $value }".
import-row-unknown-staff = Không có cán bộ nào dùng tài khoản "{ $value }".
import-row-parent-cycle = Cấp trên "{ $value }" lại thuộc chính dòng này, thành một vòng khép kín.
import-row-repeated = Mã này đã có ở dòng { $firstLine } với nội dung khác; dòng { $firstLine } được giữ.
import-row-bad-procedure-code = "{ $value }" không dùng làm mã thủ tục được; mã chỉ gồm chữ không dấu, chữ số, dấu chấm, dấu gạch, dài không quá 50 ký tự.
import-row-bad-dossier-code = "{ $value }" không đúng dạng mã hồ sơ, ví dụ 000.00.16.H57-210315-0012 hoặc H57.16-210315-0012.
import-row-not-received = Hồ sơ đã qua bước tiếp nhận thì phải có ngày tiếp nhận.
import-row-not-finished = Hồ sơ đã có kết quả thì phải có ngày hoàn thành hoặc ngày trả kết quả.
import-row-due-before-received = Hẹn trả sớm hơn ngày tiếp nhận.
import-row-finished-before-received = Hoàn thành sớm hơn ngày tiếp nhận.
import-row-returned-before-received = Trả kết quả sớm hơn ngày tiếp nhận.
import-row-returned-before-finished = Trả kết quả sớm hơn ngày hoàn thành.
import-row-answered-before-received = Trả lời sớm hơn ngày tiếp nhận.
import-row-due-before-assigned = Hạn sớm hơn ngày giao.
import-row-rule-without-condition = Quy tắc phân công phải có lĩnh vực hoặc từ khoá; nếu không, mọi phản ánh đều rơi vào dòng này.
import-row-done-before-assigned = Hoàn thành sớm hơn ngày giao.
import-row-bad-time = "{ $value }" không phải là giờ trong ngày; cần viết dạng 07:30 hoặc 17h.
import-row-reversed-hours = Giờ kết thúc phải sau giờ bắt đầu.
import-row-half-hours = Cần có cả giờ bắt đầu và giờ kết thúc; để trống cả hai nếu không làm việc thứ đó.
import-row-overlapping-hours = Giờ làm việc này trùng với dòng { $firstLine } của cùng đơn vị và cùng thứ; dòng { $firstLine } được giữ.

import-reject-line = Dòng
import-reject-column = Cột
import-reject-reason = Lý do
import-row-bad-share = “{ $value }” không phải tỷ lệ: ghi ví dụ 25% hoặc 12,5, lớn hơn 0 và không quá 100.
import-row-ends-before-it-begins = Ngày cuối trước ngày đầu.
