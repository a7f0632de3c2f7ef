import-summary = Đã đọc { $read } dòng: thêm { $added }, thay đổi { $changed }, không đổi { $unchanged }, bị loại { $rejected }.
import-reject-file = Các dòng bị loại kèm lý do: { $file }
