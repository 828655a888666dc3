# Pashto: awaiting native review
display-language = ژبه
display-incomplete = نیمګړی
display-theme = رنګونه
display-theme-auto = لکه څنګه چې دا لپټاپ دی
display-theme-light = روښانه
display-theme-dark = تیاره
display-theme-contrast = ډېر څرګند، سپین
display-theme-contrast-dark = ډېر څرګند، تور
display-size = کچه
display-size-normal = عادي
display-size-large = لوی چاپ
display-size-projector = پروجیکټر
display-digits = شمېرې
display-face = د اردو لیک
