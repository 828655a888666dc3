# Urdu: awaiting native review
# The facilitator's desk: receipts, the queue, combining, and files of one batch.

## The receipt of a group

receipt-sentence = { $total ->
    [one] آپ کی { $total } سفارش میں سے { $here } یہاں ہے: { $parts }۔
   *[other] آپ کی { $total } سفارشات میں سے { $here } یہاں ہیں: { $parts }۔
 }
receipt-no-group = بغیر گروپ کی سفارشات
receipt-comma = ،{" "}
receipt-unchanged = { $count } جوں کی توں
receipt-edited = { $count } میں ترمیم ہوئی
receipt-in-conflict = { $count } کی دو صورتیں ہیں
receipt-withdrawn = { $count ->
    [one] { $count } واپس لی گئی
   *[other] { $count } واپس لی گئیں
 }
receipt-combined = { $count ->
    [one] { $count } یکجا کی گئی
   *[other] { $count } یکجا کی گئیں
 }
receipt-missing = { $count } موجود نہیں
receipt-item-unchanged = { $number } جوں کی توں: { $text }
receipt-item-edited = { $number } میں ترمیم ہوئی۔ پہلے یہ تھی: { $text }
receipt-item-in-conflict = { $number } کی دو صورتیں ہیں: کسی کو چننا ہو گا۔ پہلے یہ تھی: { $text }
receipt-item-withdrawn = { $number } واپس لی گئی۔ پہلے یہ تھی: { $text }
receipt-item-combined = { $number } اس میں یکجا کی گئی: ”{ $wording }“۔ پہلے یہ تھی: { $text }
receipt-item-missing = { $number } موجود نہیں: گروپ کا لکھا ہوا سب کچھ یہاں نہیں ہے۔ گروپ کی فائل دوبارہ شامل کریں۔ پہلے یہ تھی: { $text }

## What needs a person

queue-cycle = یکجا سفارشات ایک دائرے میں ایک دوسری کی طرف اشارہ کرتی ہیں۔ ان میں سے ایک کو الگ کریں؛ تب تک ہر ایک الگ رہے گی۔
queue-disputed = دو افراد نے اس سفارش کو مختلف جگہ یکجا کیا، یا ایک نے اسے نکال دیا۔ چنیں؛ تب تک یہ الگ رہے گی۔
queue-nowhere = یہ سفارش ایسی یکجا سفارش کی طرف اشارہ کرتی ہے جس کا متن یہاں نہیں۔ جس فائل میں وہ ہے اسے شامل کریں، یا الگ کریں؛ تب تک یہ الگ رہے گی۔
queue-clash = دو مختلف تبدیلیوں کا ایک ہی نام ہے۔ ان میں سے چنیں۔
queue-conflict = دو صورتیں ساتھ ساتھ موجود ہیں۔ ایک چنیں، یا تیسری لکھیں۔
queue-contradiction = یکجا کی گئی دو سفارشات کے بارے میں کہا گیا کہ وہ ایک نہیں۔ انہیں الگ کریں، یا کہیں کہ وہ ایک ہیں۔
queue-look-alike = یہ دو ملتی جلتی ہیں۔ کیا یہ ایک ہیں، متعلقہ ہیں یا مختلف؟
queue-unworded = انہیں ایک کہا گیا تھا۔ وہ متن چنیں جو ان سب کی جگہ ہو، یا خود لکھیں۔
queue-earlier = یہ فیصلہ پہلے کے متن پر ہوا تھا۔ دوبارہ کہیں، یا واپس لیں۔
queue-out-of-date = دوسری زبان کے متن کا اصل متن کی موجودہ صورت سے موازنہ نہیں ہوا۔ موازنہ کریں۔
queue-missing = ایک زبان میں متن موجود نہیں۔ لکھیں۔

## Why a combination was not made

combine-too-few = کم از کم دو سفارشات یکجا کی جا سکتی ہیں۔ ایک اور چنیں۔
combine-too-many = { $count } سفارشات چنی گئیں؛ زیادہ سے زیادہ { $limit } یکجا کی جا سکتی ہیں۔ کم چنیں۔
combine-no-text = یکجا سفارش کا متن خالی ہے۔ لکھیں، یا اصل سفارشات میں سے کسی ایک کا متن لیں۔
combine-not-here = { $item } اس ورک بک میں نہیں۔ پہلے وہ فائل شامل کریں جس میں یہ ہے۔

## Files of one batch

condition-whole = مکمل، جیسی لکھی گئی تھی۔
condition-hand-edited = پڑھنے والا حصہ ہاتھ سے بدلا گیا ہے۔ بدلی گئی قدریں: { $values }۔
condition-cut-off = درمیان سے کٹی ہوئی۔ کٹنے سے پہلے کے مکمل ریکارڈ: { $records }۔
condition-damaged = خراب، یا لکھے جانے کے بعد بدلی گئی۔ جو پڑھا جا سکتا ہے وہ یہاں ہے۔
repeat-twice = وہی فائل دو بار: { $file }۔
repeat-renamed = وہی فائل جو { $file } ہے، دوسرے نام سے۔
repeat-says-the-same = یہ وہی کہتی ہے جو { $file } کہتی ہے۔
repeat-older = { $file } کی پرانی حالت، جس میں یہ سب موجود ہے۔
