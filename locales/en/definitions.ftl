definition-choose = Which figure would you like explained?
definition-title = { $name }: how it is counted
definition-meaning = Definition
definition-formula = Formula
definition-source = Source
definition-left-out = Left out
definition-other-online = The online rate has two readings; the agency reports by this one.
definition-received-name = Dossiers received
definition-received-meaning = Dossiers whose day of receipt lies in the period, resolved or not.
definition-received-formula = online { $online } + in person { $inPerson } + by post { $postal } = { $total }
definition-received-left-out = Dossiers registered and not yet accepted, and those refused at the desk.
definition-carriedOver-name = Carried over
definition-carriedOver-meaning = Dossiers received before the period and not resolved when it began.
definition-carriedOver-formula = { $total } dossiers
definition-carriedOver-left-out = Dossiers resolved before the first day of the period.
definition-handled-name = Dossiers to be handled
definition-handled-meaning = All dossiers of the period: carried over and newly received.
definition-handled-formula = carried over { $carriedOver } + received { $received } = { $total }
definition-handled-left-out = Dossiers refused at the desk.
definition-resolved-name = Dossiers resolved
definition-resolved-meaning = Dossiers with a result in the period. Those withdrawn or stopped count as resolved on the day the agency noted it.
definition-resolved-formula = early { $early } + on time { $onTime } + late { $late } + without a due date { $noDueDate } = { $total }
definition-resolved-left-out = Dossiers with a result after the last day of the period.
definition-early-name = Resolved early
definition-early-meaning = The result came on a day before the due day. Days are compared, not hours.
definition-early-formula = { $total } of { $resolved } dossiers resolved
definition-early-left-out = Dossiers without a due date.
definition-onTime-name = Resolved on time
definition-onTime-meaning = The result came on the due day. Days are compared, not hours.
definition-onTime-formula = { $total } of { $resolved } dossiers resolved
definition-onTime-left-out = Dossiers without a due date.
definition-late-name = Late dossiers
definition-late-meaning = Dossiers with a result after the due day, and open ones whose due day had passed when counted. An apology with a new date makes no late dossier on time.
definition-late-formula = resolved late { $resolvedLate } + open and past due { $openLate } = { $total }
definition-late-left-out = Dossiers without a due date; dossiers due on the very day of counting, which is not over.
definition-open-name = Open dossiers
definition-open-meaning = Dossiers to be handled that had no result at the end of the period, or at counting while it runs.
definition-open-formula = to be handled { $handled } − resolved { $resolved } = { $total }
definition-open-left-out = Dossiers refused at the desk. Those withdrawn or stopped are among the resolved, so that carried over + received = resolved + open.
definition-onlineRateOfReceived-name = Online rate of what was received
definition-onlineRateOfReceived-meaning = The share of dossiers handed in online among those received in the period.
definition-onlineRateOfReceived-formula = online { $online } ÷ received { $received } = { $rate }
definition-onlineRateOfReceived-left-out = Dossiers carried over.
definition-onlineRateOfHandled-name = Online rate of what was to be handled
definition-onlineRateOfHandled-meaning = Dossiers handed in online in the period against all that was to be handled in it.
definition-onlineRateOfHandled-formula = online { $online } ÷ to be handled { $handled } = { $rate }
definition-onlineRateOfHandled-left-out = Nothing; with what was carried over in it, it is lower than the rate of what was received.
definition-onTimeRate-name = Rate resolved early or on time
definition-onTimeRate-meaning = The share of dossiers with a result no later than the due day among those resolved.
definition-onTimeRate-formula = (early { $early } + on time { $onTime }) ÷ resolved { $resolved } = { $rate }
definition-onTimeRate-left-out = Open dossiers, also those past their due day.
definition-handlingTime-name = Handling time
definition-handlingTime-meaning = Working days after the day of receipt up to the day of the result, by the agency's calendar. Median: half of the dossiers took no longer. 90th percentile: nine of ten took no longer.
definition-handlingTime-formula = { $resolved } dossiers resolved: median { $median } days, 90th percentile { $ninetieth } days
definition-handlingTime-left-out = Open dossiers. Time spent waiting for papers is not taken off.
definition-feedback-name = Feedback
definition-feedback-meaning = Feedback received in the period, and how much of it was answered; on time means answered no later than the promised day.
definition-feedback-formula = received { $received }, answered { $answered }, on time { $onTime }, in extended time { $extended }
definition-feedback-left-out = Answers in extended time do not count as on time. Complaints and denunciations are no part of it.
definition-assignments-name = Assignments
definition-assignments-meaning = Assignments whose due day lies in the period.
definition-assignments-formula = { $done } of { $due } done, { $late } late
definition-assignments-left-out = Assignments due outside the period, even if done in it.
definition-part-receivedOnline = Received in the period, submitted online.
definition-part-receivedInPerson = Received in the period, submitted in person.
definition-part-receivedPostal = Received in the period, submitted by post.
definition-part-resolvedLate = With a result after the due day.
definition-part-resolvedNoDueDate = With a result in the period but no due day.
definition-part-openInTime = Not resolved, the due day has not passed.
definition-part-openLate = Not resolved, the due day has passed.
definition-part-openNoDueDate = Not resolved, without a due day.
legal-source-form-06a = Form II.06a, Circular 01/2020/TT-VPCP
legal-source-decree-61 = Decree 61/2018/NĐ-CP (amended by Decree 107/2021/NĐ-CP; since 1 July 2025 Decree 118/2025/NĐ-CP)
legal-source-decision-766 = Decision 766/QĐ-TTg of 2022
legal-source-decree-09 = reporting periods by article 12 of Decree 09/2019/NĐ-CP
legal-source-decree-20 = Decree 20/2008/NĐ-CP (amended by Decrees 48/2013/NĐ-CP and 92/2017/NĐ-CP)
legal-source-house = the agency's own way of counting
