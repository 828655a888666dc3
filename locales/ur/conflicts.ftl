# Urdu: awaiting native review
# The page of what has to be decided.
conflicts-count = { $count ->
    [one] ایک خانے کی دو صورتیں ہیں جو ایک دوسرے کو دیکھے بغیر لکھی گئیں۔ ایک چنیں، یا نئی لکھیں۔
   *[other] { $count } خانوں کی دو دو صورتیں ہیں جو ایک دوسرے کو دیکھے بغیر لکھی گئیں۔ ہر ایک کی ایک صورت چنیں، یا نئی لکھیں۔
 }
conflicts-none = کوئی فیصلہ باقی نہیں۔ جہاں دو لوگ ایک دوسرے کو دیکھے بغیر ایک ہی خانہ لکھیں، دونوں متن یہاں رہتے ہیں جب تک کوئی ایک نہ چنے۔
conflicts-to-draft = سفارشات پر جائیں
conflicts-more = { $count ->
    [one] 1 اور باقی ہے۔
   *[other] { $count } اور باقی ہیں۔
 }
conflicts-by = { $who }، { $when }
conflicts-no-group = بغیر گروپ کے لکھنے والا
conflicts-choose = یہی رکھیں
conflicts-another = کوئی اور لکھیں
conflicts-another-text = دوسرا متن
conflicts-use = یہ متن رکھیں
conflicts-empty = پہلے متن لکھیں۔
conflicts-open = سفارش کھولیں
conflicts-decided = { $count ->
    [0] فیصلہ ہو گیا۔ اب کوئی فیصلہ باقی نہیں۔
    [one] فیصلہ ہو گیا۔ 1 باقی ہے۔
   *[other] فیصلہ ہو گیا۔ { $count } باقی ہیں۔
 }
conflicts-take-back = آخری فیصلہ واپس لیں
conflicts-taken-back = واپس لے لیا گیا۔
clashes-count = { $count ->
    [one] 1 اندراج یہاں مختلف متن کے ساتھ دو بار ہے
   *[other] { $count } اندراج یہاں مختلف متن کے ساتھ دو بار ہیں
 }
clashes-hint = کسی فائل کی نقل بنی یا وہ اس پروگرام سے باہر بدلی گئی۔ کچھ ضائع نہیں ہوا: سب متن رکھے اور دکھائے گئے ہیں۔
