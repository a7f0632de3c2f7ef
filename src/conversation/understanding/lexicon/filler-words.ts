/** Words that carry courtesy or grammar but no wish: "ạ", "nhé", "giúp em với". */
export const fillerWords = `a ạ à á ơi nhé nha nhá nhe hen hở hả hở vậy vầy thế thì là mà với vơi giúp hộ dùm giùm đi nào luôn ngay liền
  em anh chị tôi mình bạn ad admin bot shop cô chú bác cháu con e t c b ac tui tớ ông bà mọi người ở của cho xin cái này kia đó đấy ấy
  nữa nhỉ ta thôi rồi đã đang sẽ và hay hoặc nhưng cũng được nhiều lắm quá lòng làm ơn dạ vâng ừ ok oke please pls the a an i me my
  for to of in on you can could would do is are it this so and hi hello dear sir đây trong về theo vào lúc khi số mã cần muốn
  biết xem hỏi rất mong nhờ hết đến từ ra lên xuống có không cả toàn bộ tất cả tháng năm ngày kỳ giai đoạn thời gian get show give phòng sở trung tâm đơn vị lĩnh vực việt nam bố mẹ ba má vợ chồng bé một tiếng gửi hỗ trợ`;

/** The smallest of them: what may stand beside a yes, a no, a stop. */
export const courtesyWords = `a ạ à á ơi nhé nha nhá nhe hen vậy thế luôn đi em anh chị bạn ad mình tôi cô chú bác cháu con rồi đâu giúp hộ dùm
  giùm với liền ngay please it nhe nghe thôi dạ này đó đấy cho`;
