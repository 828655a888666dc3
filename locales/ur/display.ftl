# Urdu: awaiting native review
display-language = پروگرام کی زبان
display-incomplete = نامکمل
display-theme = رنگ
display-theme-auto = جیسا اس لیپ ٹاپ پر ہے
display-theme-light = روشن
display-theme-dark = تاریک
display-theme-contrast = بہت واضح، سفید
display-theme-contrast-dark = بہت واضح، سیاہ
display-size = جسامت
display-size-normal = معمول
display-size-large = بڑی چھپائی
display-size-projector = پروجیکٹر
display-face = اردو خط
display-face-nastaliq = متن نستعلیق میں
display-face-naskh = نسخ
display-digits = ہندسے
