definition-choose = Anh/chị muốn xem cách tính số nào?
definition-title = { $name }: cách tính
definition-meaning = Định nghĩa
definition-formula = Công thức
definition-source = Căn cứ
definition-left-out = Không tính
definition-other-online = Tỷ lệ trực tuyến có hai cách tính; cơ quan báo cáo theo cách này.
definition-received-name = Hồ sơ tiếp nhận
definition-received-meaning = Hồ sơ có ngày tiếp nhận trong kỳ, không kể đã giải quyết hay chưa.
definition-received-formula = trực tuyến { $online } + trực tiếp { $inPerson } + bưu chính { $postal } = { $total }
definition-received-left-out = Hồ sơ mới đăng ký chưa được tiếp nhận và hồ sơ không được tiếp nhận.
definition-carriedOver-name = Kỳ trước chuyển sang
definition-carriedOver-meaning = Hồ sơ tiếp nhận trước kỳ mà đến đầu kỳ chưa giải quyết xong.
definition-carriedOver-formula = { $total } hồ sơ
definition-carriedOver-left-out = Hồ sơ đã giải quyết trước ngày đầu kỳ.
definition-handled-name = Hồ sơ phải giải quyết
definition-handled-meaning = Mọi hồ sơ có trong kỳ: kỳ trước chuyển sang và mới tiếp nhận.
definition-handled-formula = kỳ trước chuyển sang { $carriedOver } + tiếp nhận { $received } = { $total }
definition-handled-left-out = Hồ sơ không được tiếp nhận.
definition-resolved-name = Hồ sơ đã giải quyết
definition-resolved-meaning = Hồ sơ có kết quả trong kỳ. Hồ sơ công dân rút hoặc bị dừng được tính là đã giải quyết vào ngày cơ quan ghi nhận.
definition-resolved-formula = trước hạn { $early } + đúng hạn { $onTime } + quá hạn { $late } + không có hạn { $noDueDate } = { $total }
definition-resolved-left-out = Hồ sơ có kết quả sau ngày cuối kỳ.
definition-early-name = Giải quyết trước hạn
definition-early-meaning = Ngày có kết quả trước ngày hẹn trả. So theo ngày, không theo giờ.
definition-early-formula = { $total } trên { $resolved } hồ sơ đã giải quyết
definition-early-left-out = Hồ sơ không có ngày hẹn trả.
definition-onTime-name = Giải quyết đúng hạn
definition-onTime-meaning = Ngày có kết quả trùng ngày hẹn trả. So theo ngày, không theo giờ.
definition-onTime-formula = { $total } trên { $resolved } hồ sơ đã giải quyết
definition-onTime-left-out = Hồ sơ không có ngày hẹn trả.
definition-late-name = Hồ sơ quá hạn
definition-late-meaning = Hồ sơ có kết quả sau ngày hẹn trả, và hồ sơ đang giải quyết mà ngày hẹn trả đã qua tại thời điểm tính. Xin lỗi và hẹn lại không làm hồ sơ quá hạn thành đúng hạn.
definition-late-formula = giải quyết quá hạn { $resolvedLate } + đang giải quyết đã quá hạn { $openLate } = { $total }
definition-late-left-out = Hồ sơ không có ngày hẹn trả; hồ sơ đến hạn đúng ngày tính, vì ngày đó chưa hết.
definition-open-name = Hồ sơ đang giải quyết
definition-open-meaning = Hồ sơ phải giải quyết mà đến cuối kỳ, hoặc đến lúc tính nếu kỳ chưa hết, chưa có kết quả.
definition-open-formula = phải giải quyết { $handled } − đã giải quyết { $resolved } = { $total }
definition-open-left-out = Hồ sơ không được tiếp nhận. Hồ sơ đã rút hoặc đã dừng nằm trong số đã giải quyết, nên kỳ trước chuyển sang + tiếp nhận = đã giải quyết + đang giải quyết.
definition-onlineRateOfReceived-name = Tỷ lệ trực tuyến trên số tiếp nhận
definition-onlineRateOfReceived-meaning = Phần hồ sơ nộp trực tuyến trong số hồ sơ tiếp nhận trong kỳ.
definition-onlineRateOfReceived-formula = trực tuyến { $online } ÷ tiếp nhận { $received } = { $rate }
definition-onlineRateOfReceived-left-out = Hồ sơ kỳ trước chuyển sang.
definition-onlineRateOfHandled-name = Tỷ lệ trực tuyến trên số phải giải quyết
definition-onlineRateOfHandled-meaning = Phần hồ sơ nộp trực tuyến trong kỳ so với mọi hồ sơ phải giải quyết trong kỳ.
definition-onlineRateOfHandled-formula = trực tuyến { $online } ÷ phải giải quyết { $handled } = { $rate }
definition-onlineRateOfHandled-left-out = Không bỏ hồ sơ nào; vì gồm cả kỳ trước chuyển sang nên tỷ lệ này thấp hơn tỷ lệ trên số tiếp nhận.
definition-onTimeRate-name = Tỷ lệ giải quyết đúng và trước hạn
definition-onTimeRate-meaning = Phần hồ sơ có kết quả không muộn hơn ngày hẹn trả trong số đã giải quyết.
definition-onTimeRate-formula = (trước hạn { $early } + đúng hạn { $onTime }) ÷ đã giải quyết { $resolved } = { $rate }
definition-onTimeRate-left-out = Hồ sơ đang giải quyết, kể cả hồ sơ đã quá hạn.
definition-handlingTime-name = Thời gian giải quyết
definition-handlingTime-meaning = Số ngày làm việc sau ngày tiếp nhận đến ngày có kết quả, theo lịch làm việc của cơ quan. Trung vị: một nửa số hồ sơ không lâu hơn. Bách phân vị 90: chín phần mười không lâu hơn.
definition-handlingTime-formula = { $resolved } hồ sơ đã giải quyết: trung vị { $median } ngày, bách phân vị 90 là { $ninetieth } ngày
definition-handlingTime-left-out = Hồ sơ đang giải quyết. Thời gian chờ bổ sung giấy tờ không được trừ ra.
definition-feedback-name = Phản ánh, kiến nghị
definition-feedback-meaning = Phản ánh, kiến nghị nhận trong kỳ và số đã được trả lời trong đó; đúng hạn là trả lời không muộn hơn ngày hẹn.
definition-feedback-formula = nhận { $received }, trả lời { $answered }, đúng hạn { $onTime }, trong thời gian gia hạn { $extended }
definition-feedback-left-out = Trả lời trong thời gian gia hạn không tính là đúng hạn. Khiếu nại, tố cáo không thuộc số này.
definition-assignments-name = Nhiệm vụ được giao
definition-assignments-meaning = Nhiệm vụ có ngày đến hạn trong kỳ.
definition-assignments-formula = hoàn thành { $done } trên { $due }, quá hạn { $late }
definition-assignments-left-out = Nhiệm vụ có ngày đến hạn ngoài kỳ, dù đã hoàn thành trong kỳ.
definition-part-receivedOnline = Tiếp nhận trong kỳ, nộp trực tuyến.
definition-part-receivedInPerson = Tiếp nhận trong kỳ, nộp trực tiếp.
definition-part-receivedPostal = Tiếp nhận trong kỳ, nộp qua bưu chính.
definition-part-resolvedLate = Có kết quả sau ngày hẹn trả.
definition-part-resolvedNoDueDate = Có kết quả trong kỳ nhưng không có ngày hẹn trả.
definition-part-openInTime = Chưa xong, ngày hẹn trả chưa qua.
definition-part-openLate = Chưa xong, ngày hẹn trả đã qua.
definition-part-openNoDueDate = Chưa xong, không có ngày hẹn trả.
legal-source-form-06a = Biểu II.06a, Thông tư 01/2020/TT-VPCP
legal-source-decree-61 = Nghị định 61/2018/NĐ-CP (sửa đổi bởi Nghị định 107/2021/NĐ-CP; từ 01/7/2025 là Nghị định 118/2025/NĐ-CP)
legal-source-decision-766 = Quyết định 766/QĐ-TTg năm 2022
legal-source-decree-09 = kỳ báo cáo theo Điều 12 Nghị định 09/2019/NĐ-CP
legal-source-decree-20 = Nghị định 20/2008/NĐ-CP (sửa đổi bởi Nghị định 48/2013/NĐ-CP và 92/2017/NĐ-CP)
legal-source-house = cách tính của cơ quan
