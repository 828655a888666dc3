# Urdu: awaiting native review
# The desk, where one thing after the other is decided, and the final list.

## The list of what is to be decided

desk-progress = { $done ->
    [one] { $total } میں سے { $done } طے ہو گیا۔
   *[other] { $total } میں سے { $done } طے ہو گئے۔
 }
desk-waiting = { $count ->
    [0] کچھ باقی نہیں
    [one] 1 باقی ہے
   *[other] { $count } باقی ہیں
 }
desk-nothing = فیصلے کے لیے کچھ باقی نہیں
desk-nothing-hint = ملتی جلتی سفارشات، ایک متن کی دو صورتیں، غیر موجود متن اور ہر وہ چیز جس کے لیے کسی شخص کا فیصلہ چاہیے، یہاں درج ہوتی ہے۔
desk-to-list = حتمی فہرست پر جائیں
desk-kind-pointer = دو طرح یکجا
desk-kind-clash = نقل شدہ یا بدلی ہوئی فائل
desk-kind-conflict = دو صورتیں
desk-kind-contradiction = یکجا، مگر مختلف کہی گئیں
desk-kind-alike = ملتی جلتی
desk-kind-unworded = کئی کے لیے ایک متن
desk-kind-earlier = پہلے کے متن پر فیصلہ
desk-kind-compare = متن کا موازنہ
desk-kind-missing = متن موجود نہیں
desk-kind-finding = کسی شخص کی پہچان ہو سکتی ہے
desk-looking = ملتی جلتی سفارشات ڈھونڈی جا رہی ہیں
desk-weaker = { $count ->
    [one] 1 کم ملتی جلتی جوڑی کا بھی پوچھیں
   *[other] { $count } کم ملتی جلتی جوڑیوں کا بھی پوچھیں
 }
desk-wanted = حتمی فہرست ان زبانوں میں درکار ہے
desk-keys-on = ایک کلید سے فیصلہ ہو
desk-unchanged = کچھ نہیں بدلا۔

## Two that look alike

desk-why = وجہ
desk-part-of = پہلے ہی { $name } کا حصہ ہے:
desk-later = بعد میں
desk-cluster = { $count } سفارشات ملتی جلتی ہیں
desk-cluster-same = تمام { $count } ایک ہی ہیں
desk-earlier-same = متن بدلنے سے پہلے انہیں ایک کہا گیا تھا۔
desk-earlier-related = متن بدلنے سے پہلے انہیں متعلقہ کہا گیا تھا۔
desk-earlier-different = متن بدلنے سے پہلے انہیں مختلف کہا گیا تھا۔

## Combining

combine-title = ان سب کی جگہ کون سا متن ہو؟
combine-before = ان کے لیے پہلے لکھا گیا متن
combine-own = کوئی اور متن لکھیں
combine-own-text = ان سب کا متن
combine-hint = اصل سفارشات جوں کی توں رہتی ہیں اور اس متن سے جڑی رہتی ہیں، ہر ایک اپنے گروپ، آرا اور اختلافی رائے کے ساتھ۔
combine-do = یکجا کریں
combine-leave = واپس
unworded-back = یہ ایک نہیں ہیں
unworded-apart = { $names } کے بارے میں کسی نے کہا: { $verdict }۔

## Texts and other questions

desk-missing-text = { $lang } میں متن
desk-other-text = { $lang } میں متن؛ اگر کچھ اور کہتا ہے تو بدل دیں
desk-original = اصل متن
desk-says-same = یہ وہی کہتا ہے
desk-clash-keep = سب اپنی جگہ رہیں
desk-keep-text = یہ متن رکھیں
desk-put-there = یہاں رکھیں
desk-stand-alone = الگ رہنے دیں
desk-called = کسی نے ان کے بارے میں کہا: { $verdict }۔
desk-decided = { $field }: { $value }۔
desk-say-again = اب بھی درست ہے
desk-take-it-back = واپس لیں
split-off = دوبارہ الگ کریں
queue-finding-person = ان الفاظ سے کسی شخص کی پہچان ہو سکتی ہے: { $words }۔ متن بدل دیں، یا بتائیں کہ نہیں ہو سکتی۔
finding-fine = اس سے کسی کی پہچان نہیں ہو سکتی

## What is said when it is done

desk-said-same = ایک ہی ہیں۔
desk-said-related = متعلقہ: دونوں رہیں گی اور آپس میں جڑی رہیں گی۔
desk-said-different = مختلف۔
desk-said-later = بعد کے لیے رکھا گیا: آخر میں آئے گا۔
desk-said-combined = { $count } یکجا ہو گئیں۔
desk-said-chosen = چن لیا گیا۔
desk-said-kept = رکھ لیا گیا۔
desk-said-written = { $lang } کا متن رکھ لیا گیا۔
desk-said-compared = دونوں متن ایک ہی بات کہتے ہیں۔
desk-said-fine = یہ جوں کا توں رہ سکتا ہے۔
desk-said-split = دوبارہ الگ کر دی گئی۔
desk-said-again = درست ہے۔
desk-said-back = واپس لے لیا گیا۔
desk-said-taken-back = آخری فیصلہ واپس لے لیا گیا۔
desk-said-weaker = کم ملتی جلتی جوڑیوں کا بھی پوچھا جائے گا۔
desk-nothing-to-take-back = یہ صفحہ کھلنے کے بعد کوئی فیصلہ نہیں ہوا۔

## Keys

key-same = ایک ہی ہیں
key-related = متعلقہ ہیں
key-different = مختلف ہیں
key-all-same = تمام ملتی جلتی ایک ہی ہیں
key-choose = اس نمبر والی صورت، متن یا جواب
key-later = بعد میں
key-take-back = آخری فیصلہ واپس لیں

## The final list

final-count = { $count ->
    [0] فہرست خالی ہے۔
    [one] 1 سفارش۔ یکجا سفارش ایک بار آتی ہے۔
   *[other] { $count } سفارشات۔ یکجا سفارش ایک بار آتی ہے۔
 }
final-only-combined = صرف یکجا کی گئی سفارشات
final-to-desk = فیصلہ طلب امور پر جائیں
final-nobody = کسی سے نہیں کہا گیا
final-choose = یہ سب چنیں
final-choose-section = جو { $name } سے کہی گئیں
final-choose-all = سب چنیں
final-choose-none = کوئی نہ چنیں
final-chosen = { $count ->
    [0] کوئی نہیں چنی گئی
    [one] 1 چنی گئی
   *[other] { $count } چنی گئیں
 }
final-show = دکھانے کے لیے تیار
final-hide = نہ دکھائی جائے
final-combine = چنی ہوئی سفارشات یکجا کریں
final-vetted-earlier = دکھانے کے لیے تیار تھی، مگر متن بعد میں بدلا گیا
final-tags = ٹیگ
final-tag-field = کون سا ٹیگ لگایا جائے
final-related = متعلقہ:
final-origins = یہ کن کے الفاظ سے بنی
final-origin-earlier = یکجا ہونے کے بعد اس کا متن بدلا گیا۔
final-voted = { $count ->
    [one] { $group } نے اس پر رائے دی؛ مرحلے میں 1 سفارش تھی
   *[other] { $group } نے اس پر رائے دی؛ مرحلے میں { $count } سفارشات تھیں
 }
final-taken-up = یکجا متن جو اس میں شامل ہوئے
final-split = دوبارہ الگ الگ کریں
final-part-withdrawn = یہ ردّی میں ہے۔
final-part-split-off = یہ دوبارہ الگ کی گئی اور اپنی جگہ پر ہے۔
final-part-elsewhere = یہ اب کسی اور یکجا متن کا حصہ ہے۔
final-part-undecided = دو افراد نے اسے مختلف جگہ یکجا کیا۔ جب تک کوئی نہ چنے یہ الگ رہے گی۔
final-numbers = نمبر
final-numbers-hint = پہلے اس لحاظ سے کہ کس سے کہا گیا، پھر فہرست کی ترتیب سے۔ دیے گئے نمبر بعد کی تبدیلیوں سے نہیں بدلتے۔
final-number = یہ نمبر دیں
final-given = { $when }: { $count ->
    [one] { $count } کو نمبر دیا گیا
   *[other] { $count } کو نمبر دیے گئے
 }{ $changed ->
    [0] {""}
    [one] ، 1 متن بعد میں بدلا
   *[other] ، { $changed } متن بعد میں بدلے
 }
final-given-now = نیچے یہی نمبر ہیں۔
final-given-other = نیچے کے نمبر اور ہیں۔
final-said-numbered = { $count ->
    [one] { $count } کو نمبر دیا گیا۔
   *[other] { $count } کو نمبر دیے گئے۔
 }
final-said-split = دوبارہ الگ الگ کر دی گئیں۔
final-said-split-off = دوبارہ الگ کر دی گئی۔
final-said-unchanged = کچھ نہیں بدلا۔
final-said-state = { $count ->
    [one] 1 سفارش کے بارے میں کہا گیا۔
   *[other] { $count } سفارشات کے بارے میں کہا گیا۔
 }
final-said-show = { $count ->
    [one] 1 دکھانے کے لیے تیار ہے۔
   *[other] { $count } دکھانے کے لیے تیار ہیں۔
 }
final-said-hide = { $count ->
    [one] 1 نہیں دکھائی جائے گی۔
   *[other] { $count } نہیں دکھائی جائیں گی۔
 }
final-said-tags = { $count ->
    [one] 1 سفارش پر ٹیگ لگایا گیا۔
   *[other] { $count } سفارشات پر ٹیگ لگایا گیا۔
 }
final-said-related = { $count } آپس میں جڑ گئیں: ہر ایک اپنی جگہ رہے گی۔
final-said-not-related = باہمی ربط ختم کر دیا گیا۔

## The receipts of groups

