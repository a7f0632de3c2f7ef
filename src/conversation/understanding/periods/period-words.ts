/** The words of the period grammar, for the speller. */
export const periodWords: ReadonlySet<string> = new Set(
  `quy qui q quarter quarters thang t th month months tuan week weeks ngay day days nam year years hom bua sang chieu nay qua kia truoc ngoai roi
  vua hien tai dau cuoi nua gio den toi tu from to between and until till ke keo luy tinh thoi diem gan day tro lai hai ba bon sau bay tam chin
  muoi mot gieng chap ii iii iv first second third fourth half today yesterday this last previous current past so far ytd date now one two
  three four five six seven eight nine ten january february march april may june july august september october november december duong lich
  calendar bao cao ky tien trong mung het lam nham chuc tram nghin ngan trieu ty ti linh le hundred thousand million`.split(
    /\s+/,
  ),
);
