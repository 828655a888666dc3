# What the page looks like: unfolded from the frame.
display-language = Language of the program
display-incomplete = incomplete
display-theme = Colours
display-theme-auto = As this laptop is set
display-theme-light = Light
display-theme-dark = Dark
display-theme-contrast = High contrast, white
display-theme-contrast-dark = High contrast, black
display-size = Size
display-size-normal = Normal
display-size-large = Large print
display-size-projector = Projector
display-face = Urdu letters
display-face-nastaliq = Nastaliq in texts
display-face-naskh = Naskh
display-digits = Digits
