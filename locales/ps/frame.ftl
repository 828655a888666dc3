# Pashto: incomplete, awaiting native review. What is missing is said in English.
incomplete = نیمګړی · incomplete
skip = د پاڼې متن ته ورشئ
steps = د کار کتاب برخې
step-draft = مسوده
step-capture = ثبت
step-event = غونډه
step-files = فایلونه
step-bin = لرې شوي
step-conflicts = دوه بڼې: { $count }
step-rounds = لومړیتوبونه
step-desk = د پرېکړې لپاره
step-list = وروستی لړلیک
step-communique = اعلامیه
sample = بېلګه
display = ښکارېدنه
title-start = زما د کار کتابونه
title-draft = مسوده
title-capture = هغه څه ثبت کړئ چې ویل کېږي
title-bin = لرې شوي
title-event = غونډه
title-files = فایلونه
title-conflicts = دوه بڼې: یوه وټاکئ
title-rounds = لومړیتوبونه
title-round = رایې او پایلې
title-laptop = دا لپټاپ: ساتل، محرمیت، پاکول
title-desk = د پرېکړې لپاره
title-list = وروستی لړلیک
title-communique = اعلامیه
title-present = په غونډه کې وړاندې کول
title-replies = د ادارو ځوابونه
status = ساتل او فایلونه
status-opening = د کار کتاب خلاصېږي…
status-saved = په دې لپټاپ کې خوندي دی
status-saving = خوندي کېږي…
status-not-saved = نه دی خوندي شوی.
status-no-file = { $changes ->
    [one] لا فایل نشته، 1 بدلون
   *[other] لا فایل نشته، { $changes } بدلونونه
 }
status-last-file = { $changes ->
    [0] وروستی فایل { $time }، له هغې وروسته بدلون نشته
    [one] وروستی فایل { $time }، له هغې وروسته 1 بدلون
   *[other] وروستی فایل { $time }، له هغې وروسته { $changes } بدلونونه
 }
update-ready = نوې نسخه: خوندي یې کړئ او پرانیزئ
reminder = د فایل جوړولو وخت دی: همدا خوندي نقل دی.
open-failed = دا د کار کتاب خلاص نه شو
to-start = بېرته زما د کار کتابونو ته
export = فایل جوړ کړئ
file-made = فایل جوړ شو: { $name }
part-loading = دا پاڼه خلاصېږي…
part-again = بیا هڅه وکړئ
curtain-open = پاڼه بیا وښایئ
list-comma = {"، "}
lang-en = انګلیسي
lang-ur = اردو
lang-ur-latn = رومن اردو
lang-ps = پښتو
