import-summary = Read { $read } rows: { $added } added, { $changed } changed, { $unchanged } unchanged, { $rejected } rejected.
import-reject-file = The rejected rows, with the reasons: { $file }
