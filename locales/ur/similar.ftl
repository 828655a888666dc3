# Urdu: awaiting native review
# Why two recommendations look alike. Sentences are joined, so none begins with a capital or ends with a full stop.

similar-list = { $before }، { $next }
similar-and = { $before }؛ { $next }
similar-same-text = متن ایک ہی ہے
similar-asks = دونوں کا مخاطب { $a }، مطلوبہ کام: { $b }
similar-same-body = دونوں کا مخاطب: { $names }
similar-same-action = دونوں میں مطلوبہ کام: { $names }
similar-shared = مشترک: { $names }
similar-same-theme = ایک ہی موضوع: { $names }
similar-same-instrument = ایک ہی قانون یا پالیسی: { $names }
similar-same-deadline = ایک ہی مدت: { $names }
similar-translation = ایک اردو میں ہے، دونوں فرہنگ کے ذریعے ملتی ہیں
similar-other-body = لیکن مخاطب مختلف ہیں: { $a }، { $b }
similar-opposite = لیکن شاید ایک دوسرے کی ضد: { $a }، { $b }
similar-other-place = لیکن مقامات مختلف ہیں: { $a }، { $b }
